// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Tells by its first bytes what speaks at a port, if that is not HTTP/1. */
final class ProtocolReasons {
    private static final String HTTP = "HTTP/";

    private ProtocolReasons() {}

    /** Whether something was said, and that is not how HTTP begins. */
    static boolean isSpoken(byte[] first) {
        int length = Math.min(first.length, HTTP.length());
        return !new String(first, 0, length, ISO_8859_1).equals(HTTP.substring(0, length));
    }

    static String of(byte[] first) {
        String start = new String(first, ISO_8859_1);
        if (start.isEmpty() || start.startsWith("HTTP/1.")) {
            return "its head is broken";
        }
        if (start.startsWith(HTTP)) {
            return "it is of a version of HTTP that is not spoken here";
        }
        if (isStartOf("\u0015\3", start) || isStartOf("\u0016\3", start)) {
            return "the port speaks TLS: is the server's URL https, not http?";
        }
        if (isStartOf("\0\0", start) && (start.length() < 4 || start.charAt(3) == 4)) { // the length of its settings
            return "the port speaks HTTP/2 alone, for which an httpClient with that protocol can be given";
        }
        if (start.startsWith("SSH-")) {
            return "an SSH server is at the port";
        }
        if (start.startsWith("220") || start.startsWith("* OK") || start.startsWith("+OK")) {
            return "a mail or FTP server is at the port";
        }
        return start.startsWith("<") || start.startsWith("{")
                ? "a body came without a head, as in HTTP/0.9"
                : "it does not begin as HTTP does";
    }

    /** A control character alone ends the reading of HTTP, so that no more than the first byte may have come. */
    private static boolean isStartOf(String protocol, String start) {
        return start.startsWith(protocol.substring(0, Math.min(protocol.length(), start.length())));
    }
}
