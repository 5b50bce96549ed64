// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.netty.transport.ProxyProvider;

/** The proxy of the configuration as the transport takes it; one object, so that all clients can share connections. */
final class ProxySpec {
    private static final int HTTP_PORT = 3128;
    private static final int SOCKS_PORT = 1080;

    private ProxySpec() {}

    static Consumer<ProxyProvider.TypeSpec> of(BluefluxProperties.Proxy proxy) {
        String host = proxy.host();
        if (host == null || host.isBlank()) {
            throw new InvalidPropertyException(
                    "blueflux.client.proxy.host", "is blank", "Write the proxy's host, or leave all of proxy out.");
        }
        boolean http = proxy.type() == BluefluxProperties.Proxy.Type.HTTP;
        int port = proxy.port() != null ? proxy.port() : http ? HTTP_PORT : SOCKS_PORT;
        return spec -> {
            ProxyProvider.Builder builder = spec.type(
                            ProxyProvider.Proxy.valueOf(proxy.type().name()))
                    .host(host)
                    .port(port);
            String user = proxy.username();
            @Nullable String password = proxy.password();
            if (user != null) {
                builder.username(user);
                if (password != null) {
                    builder.password(ignored -> password);
                }
            }
            if (proxy.nonProxyHosts() != null) {
                builder.nonProxyHosts(proxy.nonProxyHosts());
            }
        };
    }
}
