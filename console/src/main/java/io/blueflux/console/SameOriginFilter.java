// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps pages of other origins out, which the operator's browser has open as well: they may link here, and no more. Where no password is
 * asked for, a stranger's name that was made to lead to this machine is none of ours.
 */
final class SameOriginFilter implements WebFilter {
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?(::1|0:0:0:0:0:0:0:1)]?", Pattern.CASE_INSENSITIVE);

    private final boolean onlyLoopback;

    SameOriginFilter(boolean onlyLoopback) {
        this.onlyLoopback = onlyLoopback;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (onlyLoopback && !isLoopback(request)) {
            return refuse(exchange, HttpStatus.MISDIRECTED_REQUEST);
        }
        return isForeign(request) ? refuse(exchange, HttpStatus.FORBIDDEN) : chain.filter(exchange);
    }

    private static boolean isLoopback(ServerHttpRequest request) {
        InetSocketAddress host = request.getHeaders().getHost();
        return host != null && LOOPBACK.matcher(host.getHostString()).matches();
    }

    /** Browsers say so; a tool that says nothing is no browser. */
    private static boolean isForeign(ServerHttpRequest request) {
        @Nullable String from = request.getHeaders().getFirst("Sec-Fetch-Site");
        boolean link = HttpMethod.GET.equals(request.getMethod())
                && "navigate".equals(request.getHeaders().getFirst("Sec-Fetch-Mode"))
                && "document".equals(request.getHeaders().getFirst("Sec-Fetch-Dest"));
        return from != null && !OURS.contains(from) && !link;
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        return exchange.getResponse().setComplete();
    }
}
