// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.HostAndPort;
import io.blueflux.cli.Terminal.Variables;
import io.blueflux.reactor.BbbClientBuilder;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import reactor.netty.transport.ProxyProvider;

/** Which proxy leads to which server: by the options and variables that curl knows, with curl's meaning. */
final class ProxyOptions {
    private static final String PROXY = "--proxy";

    @Option(
            names = PROXY,
            paramLabel = "URL",
            description = {
                "The proxy, [http://][USER:PASSWORD@]HOST[:PORT], or socks5://…; 1080 is the port if none is named.",
                "Without it https_proxy or http_proxy count, by the server's scheme, then all_proxy; '' for none."
            })
    private @Nullable String proxy;

    @Option(
            names = "--noproxy",
            paramLabel = "LIST",
            description =
                    "The servers that no proxy is asked for, such as example.org,10.0.0.0/8,h:8080, or * for all. "
                            + "Without it no_proxy counts.")
    private @Nullable String noProxy;

    /**
     * Returns what leads the client of each of these servers through its proxy, if it has one. What is wrong with a proxy is
     * said at once, with one that none of them needs never.
     */
    UnaryOperator<BbbClientBuilder> proxies(
            Variables environment, Collection<BbbServer> servers, Duration connectTimeout) {
        NoProxy direct = NoProxy.of(noProxy != null ? noProxy : first(environment, Stream.of("no_proxy", "NO_PROXY")));
        Map<String, Consumer<ProxyProvider.TypeSpec>> byScheme = new HashMap<>();
        for (BbbServer server : servers) {
            String scheme = scheme(server);
            if (!byScheme.containsKey(scheme) && !direct.covers(address(server))) {
                ProxyUrl found = proxyFor(scheme, environment);
                if (found != null) {
                    byScheme.put(scheme, found.settings(connectTimeout));
                }
            }
        }
        return builder -> {
            @Nullable Consumer<ProxyProvider.TypeSpec> settings = byScheme.get(scheme(builder.server()));
            return settings == null || direct.covers(address(builder.server())) ? builder : builder.proxy(settings);
        };
    }

    /** Returns null for none. */
    @Nullable
    ProxyUrl proxyFor(String scheme, Variables environment) {
        if (proxy != null) {
            return proxy.isBlank() ? null : ProxyUrl.of(PROXY, proxy);
        }
        return names(scheme)
                .filter(name -> isSet(environment.get(name)))
                .findFirst()
                .map(name -> ProxyUrl.of(name, String.valueOf(environment.get(name))))
                .orElse(null);
    }

    /** HTTP_PROXY is not among them: where a web server runs the command, a stranger's header Proxy sets it. */
    private static Stream<String> names(String scheme) {
        String name = scheme + "_proxy";
        return scheme.equals("https")
                ? Stream.of(name, name.toUpperCase(Locale.ROOT), "all_proxy", "ALL_PROXY")
                : Stream.of(name, "all_proxy", "ALL_PROXY");
    }

    private static String first(Variables environment, Stream<String> names) {
        return names.map(name -> String.valueOf(environment.get(name) == null ? "" : environment.get(name)))
                .filter(ProxyOptions::isSet)
                .findFirst()
                .orElse("");
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static String scheme(BbbServer server) {
        return server.baseUrl().getScheme().toLowerCase(Locale.ROOT);
    }

    private static HostAndPort address(BbbServer server) {
        return HostAndPort.of(server.baseUrl()).in(scheme(server));
    }
}
