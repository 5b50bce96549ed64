// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a member listens.
 *
 * @param host a name or an IP address, without brackets
 * @param port from 1 on
 */
record MemberAddress(String host, int port) {
    private static final Pattern HOST_PORT =
            Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([A-Za-z0-9._-]+))(?::(\\d{1,5}))?");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%\\w+)?");

    static MemberAddress of(String text) {
        return of(text, 0);
    }

    static MemberAddress of(String text, int port) {
        if (IPV6.matcher(text).matches()) {
            return new MemberAddress(text, checked(port));
        }
        Matcher parts = HOST_PORT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no host and port: " + text);
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return new MemberAddress(host, checked(parts.group(3) == null ? port : Integer.parseInt(parts.group(3))));
    }

    static int checked(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a member's port must be from 1 to 65535, not " + port);
        }
        return port;
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
