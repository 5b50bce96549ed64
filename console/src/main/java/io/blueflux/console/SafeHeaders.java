// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Map;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.security.web.server.header.HttpHeaderWriterWebFilter;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.web.server.WebFilter;
import reactor.netty.NettyPipeline;

/** What every answer tells the browser to keep from, also that to a request which nobody could read. */
final class SafeHeaders {
    private static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self';"
                    + " manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Frame-Options",
            "DENY",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private SafeHeaders() {}

    /** Returns what gives them to the answers of the application. */
    static WebFilter filter() {
        StaticServerHttpHeadersWriter.Builder headers = StaticServerHttpHeadersWriter.builder();
        ALL.forEach(headers::header);
        return new HttpHeaderWriterWebFilter(headers.build());
    }

    /** Returns what gives them to the answers of the server itself, to requests that do not get that far. */
    static NettyServerCustomizer customizer() {
        return server -> server.doOnChannelInit((observer, channel, address) -> {
            if (channel.pipeline().get(NettyPipeline.HttpTrafficHandler) != null) {
                channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, "console.safeHeaders", new Handler());
            }
        });
    }

    private static final class Handler extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (message instanceof HttpResponse answer) {
                ALL.forEach((name, value) -> {
                    if (!answer.headers().contains(name)) {
                        answer.headers().set(name, value);
                    }
                });
            }
            super.write(context, message, promise);
        }
    }
}
