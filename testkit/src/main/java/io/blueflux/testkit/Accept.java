// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What the header {@code Accept} does to an answer. */
final class Accept {
    private record Range(String type, double quality) {
        static Range of(String text) {
            String[] parts = text.strip().split("\\s*;\\s*", -1);
            double quality = 1;
            for (String parameter : parts) {
                if (parameter.matches("q=[0-9]*\\.?[0-9]+")) {
                    quality = Double.parseDouble(parameter.substring(2));
                }
            }
            return new Range(parts[0], quality);
        }

        boolean json() {
            return type.equals("application/json") || type.equals("text/json");
        }

        boolean xml() {
            return type.equals("application/xml") || type.equals("text/xml");
        }

        boolean open() {
            return type.startsWith("*") || type.equals("application/*") || type.equals("text/*");
        }
    }

    private Accept() {}

    static String of(RecordedRequest request) {
        return request.headers().getOrDefault("accept", "");
    }

    /** A client that takes neither the answer's type nor everything gets an error page in its place. */
    static Answer applied(RecordedRequest request, Answer answer) {
        String type = answer.headers().getOrDefault("Content-Type", "");
        boolean json = type.startsWith("application/json");
        boolean xml = type.startsWith("text/xml");
        boolean concerned = answer.status() == 200 && (json || xml);
        return concerned && !takes(of(request), json ? "json" : "xml") ? brokenDown(answer) : answer;
    }

    /** The page comes after the answer has said whether it may be kept. */
    private static Answer brokenDown(Answer answer) {
        String kept = answer.headers().get("Cache-Control");
        Answer page = Pages.container(500);
        return kept == null ? page : page.with("Cache-Control", kept);
    }

    /** A failure comes as the first of XML and JSON that the client asks for. */
    static Answer failed(RecordedRequest request, Refused refused) {
        return prefersJson(of(request))
                ? Envelopes.failedJson(refused.key(), refused.text())
                : Envelopes.failed(refused.key(), refused.text());
    }

    static boolean prefersJson(String accept) {
        return ranges(accept).stream()
                .filter(range -> range.json() || range.xml() || range.open())
                .findFirst()
                .map(Range::json)
                .orElse(false);
    }

    /** Returns which name of XML the client puts first. */
    static String xmlType(String accept) {
        return ranges(accept).stream()
                .filter(range -> range.xml() || range.open())
                .findFirst()
                .filter(Range::xml)
                .map(Range::type)
                .orElse("application/xml");
    }

    /** The sort keeps the order of equals. */
    private static List<Range> ranges(String accept) {
        return Arrays.stream(accept.split(",", -1))
                .map(Range::of)
                .sorted(Comparator.comparingDouble(Range::quality).reversed())
                .toList();
    }

    private static boolean takes(String accept, String kind) {
        return accept.isEmpty()
                || accept.contains(kind)
                || accept.contains("*/*")
                || accept.contains("application/*")
                || (kind.equals("xml") && accept.contains("text/*"));
    }
}
