// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.net.URI;

/**
 * URLs as the transport reads them: it is fast with texts, knows hosts with underscores in no other form, and takes a port of one
 * digit for a part of the host.
 */
final class WireUrl {
    private WireUrl() {}

    /** Returns a URL whose port, where it has one digit, has two. */
    static String of(String url) {
        int authority = url.indexOf("://") + 3;
        int end = authority;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        boolean oneDigit = end - 2 > authority && url.charAt(end - 2) == ':' && Character.isDigit(url.charAt(end - 1));
        return oneDigit ? url.substring(0, end - 1) + '0' + url.substring(end - 1) : url;
    }

    /** Returns a URL without its fragment, which is nobody's but the reader's. */
    static String of(URI url) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return of(url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath() + query);
    }
}
