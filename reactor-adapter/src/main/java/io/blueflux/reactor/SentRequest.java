// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.HostAndPort;
import io.blueflux.PrintableText;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.Blotter;
import io.blueflux.value.Blot;
import io.blueflux.value.Secrets;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request as it goes out, for people: without what is secret in it. Immutable. */
public final class SentRequest {
    private final String target;
    private final @Nullable URI elsewhere;
    private final @Nullable RequestBody body;
    private final Blotter blotter;

    private SentRequest(String target, @Nullable URI elsewhere, @Nullable RequestBody body, Blotter blotter) {
        this.target = target;
        this.elsewhere = elsewhere;
        this.body = body;
        this.blotter = blotter;
    }

    /** A request to the client's own server, whose secrets the blotter knows. */
    static SentRequest of(String target, @Nullable RequestBody body, Blotter blotter) {
        return new SentRequest(target, null, body, blotter);
    }

    /** A request to a server that another one named: its path may be a tenant's key and its query a credential. */
    static SentRequest onTo(URI target, Blotter blotter) {
        return new SentRequest(target.toString(), target, null, blotter);
    }

    /**
     * Returns the method.
     *
     * @return {@code GET}, or {@code POST} where there is a body
     */
    public String method() {
        return body == null ? "GET" : "POST";
    }

    /**
     * Returns the URL as it is sent, but for what is secret or may be: there {@value Blotter#BLOT} stands, as for all but the host of a
     * server that another one named. It is made when it is asked for.
     *
     * @return one line
     */
    public String url() {
        return PrintableText.line(elsewhere == null ? shown(target) : hostAlone(elsewhere));
    }

    private String hostAlone(URI other) {
        return blotter.blot(other.getScheme() + "://" + HostAndPort.of(other)) + "/" + Blotter.BLOT;
    }

    private String shown(String url) {
        int query = url.indexOf('?');
        return query < 0
                ? blotter.blot(url)
                : blotter.blot(url.substring(0, query)) + "?"
                        + Stream.of(url.substring(query + 1).split("&"))
                                .map(this::parameter)
                                .collect(Collectors.joining("&"));
    }

    /** A value that is a URL, or has one in it, loses what may let somebody in. */
    private String parameter(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0) {
            return Blotter.BLOT;
        }
        String name = parameter.substring(0, equals);
        if (Secrets.isConfidential(decoded(name))) {
            return name + "=" + Blotter.BLOT;
        }
        String value = decoded(parameter.substring(equals + 1));
        String blotted = blotter.blot(Blot.ofUrl(value));
        return blotted.equals(value) ? parameter : name + "=" + blotted;
    }

    /** What is no code is nothing of ours. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Returns method and URL, and type and size of the body. */
    @Override
    public String toString() {
        return method() + " " + url() + (body == null ? "" : " with " + body);
    }
}
