// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Locale;
import java.util.Set;

/** Which bodies the server takes. */
final class ContentType {
    static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> EVERYWHERE = Set.of(FORM, Multipart.TYPE);
    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    private ContentType() {}

    /** Returns the bare type in lower case, without parameters; empty if there is none. */
    static String of(RecordedRequest request) {
        String header = request.header("Content-Type");
        return header == null ? "" : bare(header);
    }

    static String bare(String header) {
        int semicolon = header.indexOf(';');
        return (semicolon < 0 ? header : header.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /** A body counts only if its length was declared, as on the real server. */
    static void check(RecordedRequest request) {
        String length = request.header("Content-Length");
        boolean hasBody = length != null && !length.equals("0");
        if (hasBody && !allowed(request.call(), of(request))) {
            throw new Refused("unsupportedContentType", "POST request Content-Type is missing or unsupported");
        }
    }

    private static boolean allowed(String call, String type) {
        return switch (call) {
            case "create" -> EVERYWHERE.contains(type) || XML.contains(type);
            case "insertDocument" -> XML.contains(type);
            default -> EVERYWHERE.contains(type);
        };
    }
}
