// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

/** What the header {@code Accept} does to an answer. */
final class Accept {
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
        return concerned && !takes(of(request), json ? "json" : "xml") ? Pages.container(500) : answer;
    }

    private static boolean takes(String accept, String kind) {
        return accept.isEmpty()
                || accept.contains(kind)
                || accept.contains("*/*")
                || accept.contains("application/*")
                || (kind.equals("xml") && accept.contains("text/*"));
    }
}
