// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Objects;

/** How a server's name stands in the path of its hook's URL: as one segment, percent-encoded once. */
final class ServerNames {
    private ServerNames() {}

    static String requireValid(String name) {
        Objects.requireNonNull(name, "server");
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("server must not be empty, \".\" or \"..\": a URL cannot hold it");
        }
        if (!new String(name.getBytes(UTF_8), UTF_8).equals(name)) {
            throw new IllegalArgumentException("server must not have half of a surrogate pair");
        }
        return name;
    }

    static String encode(String name) {
        return URLEncoder.encode(requireValid(name), UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Returns the name of a segment as received; of one that nobody encodes like that, something that is no name. */
    static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
