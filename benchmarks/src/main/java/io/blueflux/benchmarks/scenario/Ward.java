// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scenario;

import io.blueflux.fleet.FleetServer;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Simulated servers, of which some will be sick. Those that will refuse have ports of their own, the others share one. */
final class Ward implements AutoCloseable {
    private final BbbSimulator sharing;
    private final BbbSimulator refusing;
    private final List<SimulatedServer> servers;

    Ward(int size) {
        int count = (int) IntStream.range(0, size).filter(Ward::refuses).count();
        sharing = BbbSimulator.builder().servers(size - count).build().start();
        refusing = BbbSimulator.builder().servers(count).separatePorts().build().start();
        Iterator<SimulatedServer> first = sharing.servers().iterator();
        Iterator<SimulatedServer> second = refusing.servers().iterator();
        servers = IntStream.range(0, size)
                .mapToObj(index -> refuses(index) ? second.next() : first.next())
                .toList();
        servers.forEach(server -> server.populate(5, 4));
    }

    private static boolean refuses(int index) {
        return Sickness.of(index) == Sickness.REFUSING;
    }

    List<FleetServer> members() {
        return IntStream.range(0, servers.size())
                .mapToObj(index -> FleetServer.of(servers.get(index).bbbServer().withName("s" + (index + 1))))
                .toList();
    }

    void fallSick() {
        for (int index = 0; index < servers.size(); index++) {
            Sickness.of(index).befall(servers.get(index));
        }
    }

    @Override
    public void close() {
        Stream.of(sharing, refusing).forEach(BbbSimulator::close);
    }
}
