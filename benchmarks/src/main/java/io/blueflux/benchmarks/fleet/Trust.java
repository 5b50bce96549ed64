// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.reactor.BbbClientBuilder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

/** Finds and trusts the servers {@code s<n>.bbb.example}, whose certificate is signed by itself. */
final class Trust implements UnaryOperator<BbbClientBuilder> {
    private final SslContext context;
    private final AddressResolverGroup<InetSocketAddress> resolver = new Names();

    Trust(String certificate) throws SSLException {
        this.context = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .trustManager(new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)))
                .build();
    }

    @Override
    public BbbClientBuilder apply(BbbClientBuilder builder) {
        return builder.sslContext(context).resolver(resolver);
    }

    /** Gives server n the n-th loopback address. */
    private static final class Names extends AddressResolverGroup<InetSocketAddress> {

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new Name(executor).asAddressResolver();
        }
    }

    private static final class Name extends InetNameResolver {
        private Name(EventExecutor executor) {
            super(executor);
        }

        @Override
        protected void doResolve(String host, Promise<InetAddress> promise) throws UnknownHostException {
            int index = Integer.parseInt(host.substring(1, host.indexOf('.')));
            promise.setSuccess(InetAddress.getByName(Addresses.address(index)));
        }

        @Override
        protected void doResolveAll(String host, Promise<List<InetAddress>> promise) throws UnknownHostException {
            int index = Integer.parseInt(host.substring(1, host.indexOf('.')));
            promise.setSuccess(List.of(InetAddress.getByName(Addresses.address(index))));
        }
    }
}
