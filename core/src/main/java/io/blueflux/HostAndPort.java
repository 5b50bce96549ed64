// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and port of a URL. Takes what {@link URI#getHost} does not know and the web has: container names with underscores,
 * and names with letters beyond ASCII, which become punycode. Immutable.
 *
 * @param host in ASCII, spelt as given; an IPv6 address in brackets
 * @param port -1 where none is named
 */
public record HostAndPort(String host, int port) {
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]+)(?::(\\d*))?");
    private static final Pattern LABELS = Pattern.compile(
            "[A-Za-z0-9_](?:[A-Za-z0-9_-]*+(?<!-))?(?:\\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*+(?<!-))?)*+\\.?");
    /** What ends in a number would be an address, and is none. */
    private static final Pattern NUMBER_LAST = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9A-Fa-f]*)\\.?");
    /** Of these the old standard makes other letters or none, and so another host. */
    private static final Pattern DISPUTED = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

    private static final int LONGEST_HOST = 255;

    /** The parts of a name are that long at most, whoever looks it up. */
    private static final Pattern LONG_LABEL = Pattern.compile("[^.\\[\\]]{64}");

    /** Refuses what is missing. */
    public HostAndPort {
        Objects.requireNonNull(host, "host");
    }

    /**
     * Finds both in a URL.
     *
     * @param url any URL
     * @return both
     * @throws IllegalArgumentException saying what the URL must be, such as {@code must name a host}; without the URL
     */
    public static HostAndPort of(URI url) {
        Objects.requireNonNull(url, "url");
        String authority = url.getRawAuthority();
        if (authority == null) {
            throw new IllegalArgumentException("must name a host");
        }
        require(authority.indexOf('@') < 0, "must not hold user information");
        return url.getHost() == null ? parsed(authority) : checked(url.getHost(), url.getPort());
    }

    /**
     * Reads {@code host} or {@code host:port}.
     *
     * @param text for example {@code bbb.example.org}, {@code bbb_web:8080} or {@code [::1]}
     * @return both
     * @throws IllegalArgumentException saying what is wrong
     */
    public static HostAndPort of(String text) {
        Objects.requireNonNull(text, "text");
        URI url;
        try {
            url = new URI("http://" + PrintableText.trimmed(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a host or host:port");
        }
        require(
                url.getRawPath().isEmpty() && url.getRawQuery() == null && url.getRawFragment() == null,
                "must be a host or host:port");
        return of(url);
    }

    /**
     * Returns this as one compares it: the host in small letters, the port named.
     *
     * @param scheme http or https, whose port it is if none is named
     * @return a copy
     */
    public HostAndPort in(String scheme) {
        Objects.requireNonNull(scheme, "scheme");
        int named = port >= 0 ? port : scheme.equalsIgnoreCase("https") ? 443 : 80;
        return new HostAndPort(host.toLowerCase(Locale.ROOT), named);
    }

    /** Returns {@code host[:port]}. */
    @Override
    public String toString() {
        return port < 0 ? host : host + ":" + port;
    }

    private static HostAndPort parsed(String authority) {
        Matcher matcher = AUTHORITY.matcher(authority);
        require(matcher.matches(), "must name a host");
        String digits = matcher.group(2);
        require(digits == null || digits.length() <= 5, "must have a port of 1 to 65535");
        String host = ascii(matcher.group(1));
        boolean named = host.length() <= LONGEST_HOST
                && LABELS.matcher(host).matches()
                && !NUMBER_LAST.matcher(host).matches();
        require(named, "must name a host");
        return checked(host, digits == null || digits.isEmpty() ? -1 : Integer.parseInt(digits));
    }

    private static HostAndPort checked(String host, int port) {
        require(port >= -1 && port <= 65_535 && port != 0, "must have a port of 1 to 65535");
        require(
                host.length() <= LONGEST_HOST && !LONG_LABEL.matcher(host).find(),
                "must name a host of at most 255 characters, 63 between dots");
        return new HostAndPort(host, port);
    }

    private static String ascii(String host) {
        if (host.length() > LONGEST_HOST || host.chars().allMatch(c -> c < 0x80)) {
            return host;
        }
        require(
                !DISPUTED.matcher(host).find(),
                "must name its host as xn--…: it has a letter that standards turn into two hosts");
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must name its host as xn--…: it has no ASCII form that all agree on");
        }
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
