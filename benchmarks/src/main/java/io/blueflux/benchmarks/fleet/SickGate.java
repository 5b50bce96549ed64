// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.server.LoopbackServers;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Passes over 1,000 servers of which each tenth hangs, or refuses, beside those over healthy ones. */
final class SickGate implements Gate {
    private static final int SERVERS = 1_000;
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final int WARMUP = 30;
    private static final int WARMUP_HUNG = 8; // each waits for its deadline

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (LoopbackServers process = LoopbackServers.plain(1, 8)) {
            int port = process.port();
            int closed = closedPort();
            try (Pass healthy = pass(port, UnaryOperator.identity());
                    Pass hung = pass(port, url -> url.replace("/bigbluebutton", "/hung/bigbluebutton"));
                    Pass refusing = pass(port, url -> url.replace(":" + port, ":" + closed))) {
                return figures(List.of(healthy, hung, refusing), pace);
            }
        }
    }

    private static List<Figure> figures(List<Pass> passes, Pace pace) throws Exception {
        PassCost.inTurn(List.of(passes.get(0), passes.get(2)), WARMUP);
        PassCost.inTurn(passes, WARMUP_HUNG);
        List<List<PassCost>> costs = PassCost.inTurn(passes, pace == Pace.QUICK ? 9 : 30);
        List<PassCost> healthy = costs.get(0);
        return List.of(
                Figure.of(Bar.T4_HUNG, PassCost.ratio(beyondDeadline(costs.get(1)), healthy, PassCost::wall)),
                Figure.of(Bar.T4_REFUSING, PassCost.ratio(costs.get(2), healthy, PassCost::wall)),
                Figure.free("T4 healthy pass", PassCost.median(healthy, PassCost::wall), "s"));
    }

    private static List<PassCost> beyondDeadline(List<PassCost> costs) {
        return costs.stream()
                .map(cost -> new PassCost(cost.wall() - DEADLINE.toSeconds(), cost.cpu()))
                .toList();
    }

    /** Each tenth server has another URL, and its answer none of the attendees. */
    private static Pass pass(int port, UnaryOperator<String> sickness) throws Exception {
        List<BbbServer> healthy = Addresses.plain(SERVERS, port);
        List<BbbServer> servers = IntStream.range(0, SERVERS)
                .mapToObj(index -> index % 10 == 9 ? sick(healthy.get(index), sickness) : healthy.get(index))
                .toList();
        return BluefluxPass.sick(servers, DEADLINE);
    }

    private static BbbServer sick(BbbServer server, UnaryOperator<String> sickness) {
        return Addresses.server(sickness.apply(server.baseUrl().toString()));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
