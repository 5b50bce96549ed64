// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One recorded answer. */
final class RecordedCase {
    private final String name;
    private final List<ApiCall> calls;
    private final List<String> head;
    private final byte[] body;

    /** Takes what was recorded: the calls that it may answer, status line and headers, and the body without framing. */
    RecordedCase(String name, List<ApiCall> calls, List<String> head, byte[] body) {
        this.name = name;
        this.calls = calls;
        this.head = head;
        this.body = body;
    }

    /** Makes an answer as servers frame theirs. */
    static RecordedCase of(String name, List<ApiCall> calls, int status, String contentType, byte[] body) {
        return new RecordedCase(
                name,
                calls,
                List.of("HTTP/1.1 " + status + " ", "Content-Type: " + contentType, "Transfer-Encoding: chunked"),
                body);
    }

    String name() {
        return name;
    }

    List<ApiCall> calls() {
        return calls;
    }

    List<String> head() {
        return head;
    }

    byte[] body() {
        return body;
    }

    int status() {
        return Integer.parseInt(head.get(0).split(" ", 3)[1]);
    }

    boolean hasHeader(String line) {
        return head.stream().anyMatch(header -> header.equalsIgnoreCase(line));
    }

    /** Returns a header's value, empty if there is none. */
    String header(String header) {
        return headers(header).stream().findFirst().orElse("");
    }

    List<String> headers(String header) {
        String start = header.toLowerCase(Locale.ROOT) + ":";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the name alone: a body may have megabytes. */
    @Override
    public String toString() {
        return name;
    }
}
