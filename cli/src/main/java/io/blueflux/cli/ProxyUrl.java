// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.HostAndPort;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.netty.transport.ProxyProvider;
import reactor.netty.transport.ProxyProvider.Proxy;

/** A proxy as users write it: {@code [SCHEME://][USER[:PASSWORD]@]HOST[:PORT]}. Neither it nor its errors show who the user is. */
final class ProxyUrl {
    private static final Pattern FORM = Pattern.compile("(?:([^/@]*)://)?(?:([^/]*)@)?([^/@]*)/?", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,19}");

    /** That of curl, where none is named. */
    private static final int USUAL_PORT = 1080;

    /** SOCKS counts both in a byte. */
    private static final int LONGEST_SOCKS_WORD = 255;

    private final Proxy type;
    private final HostAndPort address;
    private final @Nullable String user;
    private final String password;

    private ProxyUrl(Proxy type, HostAndPort address, @Nullable String user, String password) {
        this.type = type;
        this.address = address;
        this.user = user;
        this.password = password;
    }

    /** Reads a proxy; what is wrong is said with the option or variable it is from. */
    static ProxyUrl of(String source, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw wrong(source, "must be [http://][USER:PASSWORD@]HOST:PORT; a / in the password is written %2F");
        }
        Proxy type = type(source, form.group(1));
        String[] login = form.group(2) == null ? new String[0] : form.group(2).split(":", 2);
        String user = login.length == 0 || form.group(2).isEmpty() ? null : decoded(source, login[0]);
        String password = login.length < 2 ? "" : decoded(source, login[1]);
        if (type == Proxy.SOCKS5 && user != null && !(fitsSocks(user) && fitsSocks(password))) {
            throw wrong(source, "must have a user and a password of 1 to 255 ASCII characters for SOCKS");
        }
        return new ProxyUrl(type, address(source, form.group(3)), user, password);
    }

    private static Proxy type(String source, @Nullable String scheme) {
        return switch (scheme == null ? "http" : scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> Proxy.HTTP;
            case "socks5", "socks5h" -> Proxy.SOCKS5;
            default ->
                throw wrong(
                        source,
                        "must begin with http://, socks5:// or socks5h://"
                                + (SCHEME.matcher(String.valueOf(scheme)).matches() ? ", not " + scheme + "://" : ""));
        };
    }

    private static HostAndPort address(String source, String text) {
        try {
            HostAndPort address = HostAndPort.of(text);
            return address.port() < 0 ? new HostAndPort(address.host(), USUAL_PORT) : address;
        } catch (IllegalArgumentException e) {
            throw wrong(source, String.valueOf(e.getMessage()));
        }
    }

    private static String decoded(String source, String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) { // whose message may quote the password
            throw wrong(source, "must have a % in user and password written %25");
        }
    }

    private static boolean fitsSocks(String word) {
        return !word.isEmpty()
                && word.length() <= LONGEST_SOCKS_WORD
                && word.chars().allMatch(c -> c < 0x80);
    }

    private static CommandException wrong(String source, String rule) {
        return CommandException.usage("the proxy of " + source + " " + rule);
    }

    /** Returns the settings, for all clients the same object: by that they can share their transport. */
    Consumer<ProxyProvider.TypeSpec> settings(Duration connectTimeout) {
        return spec -> {
            ProxyProvider.Builder proxy = spec.type(type)
                    .host(address.host().replaceAll("[\\[\\]]", ""))
                    .port(address.port())
                    .connectTimeoutMillis(connectTimeout.toMillis());
            if (user != null) {
                proxy.username(user).password(name -> password);
            }
        };
    }

    /** Returns {@code host:port}. */
    @Override
    public String toString() {
        return address.toString();
    }
}
