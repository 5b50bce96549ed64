// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.server.LoopbackServers;
import java.util.List;

/** Warm passes over 5,000 servers beside those of reactor-netty alone. */
final class PassGate implements Gate {
    static final int SERVERS = 5_000;

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (LoopbackServers process = LoopbackServers.plain(1, 8)) {
            List<BbbServer> servers = Addresses.plain(SERVERS, process.port());
            List<String> urls = Addresses.urls(servers);
            try (Pass ours = BluefluxPass.healthy(servers);
                    Pass bare = ReactorNettyPass.parsing(urls);
                    Pass drained = ReactorNettyPass.draining(urls)) {
                Variants.checkEqual(ours.run(), bare.run());
                return figures(List.of(ours, bare, drained), pace);
            }
        }
    }

    private static List<Figure> figures(List<Pass> passes, Pace pace) throws Exception {
        PassCost.inTurn(passes, rounds(pace));
        List<List<PassCost>> costs = PassCost.inTurn(passes, rounds(pace));
        List<PassCost> ours = costs.get(0);
        List<PassCost> bare = costs.get(1);
        List<PassCost> drained = costs.get(2);
        return List.of(
                Figure.of(Bar.T3_PASS_WALL, PassCost.ratio(ours, bare, PassCost::wall)),
                Figure.of(Bar.T3_PASS_CPU, PassCost.ratio(ours, bare, PassCost::cpu)),
                Figure.free(
                        "T3 pass, wall, ÷ reactor-netty without parse",
                        PassCost.ratio(ours, drained, PassCost::wall),
                        "×"),
                Figure.free(
                        "T3 pass, CPU, ÷ reactor-netty without parse",
                        PassCost.ratio(ours, drained, PassCost::cpu),
                        "×"),
                Figure.free("T3 pass", PassCost.median(ours, PassCost::wall), "s"));
    }

    static int rounds(Pace pace) {
        return pace == Pace.QUICK ? 9 : 40;
    }
}
