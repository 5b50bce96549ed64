// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.server.ServerProcess;
import io.blueflux.fleet.FleetServer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Simulated BBB servers in a process of their own, empty at first. */
final class Simulators extends ServerProcess {
    private final List<Integer> ports;

    Simulators(int count) throws IOException {
        super(SimulatorMain.class, List.of("-Xmx512m"), String.valueOf(count));
        ports = Stream.concat(Stream.of(port()), lines().lines().map(Integer::valueOf))
                .toList();
    }

    /** Returns the servers, all of weight 1, as {@code bbb-00}, {@code bbb-01} … */
    List<FleetServer> members() {
        return IntStream.range(0, ports.size())
                .mapToObj(index -> BbbServer.of(
                                "http://127.0.0.1:" + ports.get(index) + "/bigbluebutton", SimulatorMain.SECRET)
                        .withName(String.format(Locale.ROOT, "bbb-%02d", index)))
                .map(FleetServer::of)
                .toList();
    }
}
