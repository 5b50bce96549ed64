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

/** Warm passes over 5,000 servers beside those of the usual client. */
final class UrlConnectionGate implements Gate {

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (LoopbackServers process = LoopbackServers.plain(1, 8)) {
            List<BbbServer> servers = Addresses.plain(PassGate.SERVERS, process.port());
            try (Pass ours = BluefluxPass.healthy(servers);
                    Pass usual = new UrlConnectionPass(Addresses.urls(servers))) {
                Variants.checkEqual(ours.run(), usual.run());
                return figures(List.of(ours, usual), pace);
            }
        }
    }

    private static List<Figure> figures(List<Pass> passes, Pace pace) throws Exception {
        PassCost.inTurn(passes, PassGate.rounds(pace));
        List<List<PassCost>> costs = PassCost.inTurn(passes, PassGate.rounds(pace));
        List<PassCost> ours = costs.get(0);
        List<PassCost> usual = costs.get(1);
        return List.of(
                Figure.of(Bar.T3_WALL, PassCost.ratio(usual, ours, PassCost::wall)),
                Figure.of(Bar.T3_CPU, PassCost.ratio(usual, ours, PassCost::cpu)));
    }
}
