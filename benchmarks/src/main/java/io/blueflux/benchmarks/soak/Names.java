// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.fleet.Addresses;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where servers' names lead to: loopback addresses, which change. Thread-safe. */
final class Names extends AddressResolverGroup<InetSocketAddress> {
    private static final String DOMAIN = ".soak.example";
    private static final int STEP = 20_000;
    private static final int DISCARD = 9; // a port on which nobody listens

    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /** An address, and whether anybody listens there. */
    private record Place(String address, boolean listens) {}

    static String of(int server) {
        return Stay.name(server) + DOMAIN;
    }

    /**
     * Leads a server's name to one of its addresses.
     *
     * @param move which of them
     * @param listens whether anybody listens there
     */
    void lead(int server, int move, boolean listens) {
        places.put(of(server), new Place(Addresses.address(server + move * STEP), listens));
    }

    private InetSocketAddress place(InetSocketAddress asked) throws UnknownHostException {
        Place place = places.get(asked.getHostString());
        if (place == null) {
            throw new UnknownHostException(asked.getHostString());
        }
        return new InetSocketAddress(
                InetAddress.getByName(place.address()), place.listens() ? asked.getPort() : DISCARD);
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new AbstractAddressResolver<>(executor, InetSocketAddress.class) {
            @Override
            protected boolean doIsResolved(InetSocketAddress address) {
                return !address.isUnresolved();
            }

            @Override
            protected void doResolve(InetSocketAddress asked, Promise<InetSocketAddress> promise) throws Exception {
                promise.setSuccess(place(asked));
            }

            @Override
            protected void doResolveAll(InetSocketAddress asked, Promise<List<InetSocketAddress>> promise)
                    throws Exception {
                promise.setSuccess(List.of(place(asked)));
            }
        };
    }
}
