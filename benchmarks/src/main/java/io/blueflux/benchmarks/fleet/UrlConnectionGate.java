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

/** Warm passes over 5,000 servers beside those of the usual client, and what reactor-netty leaves to be won over it. */
final class UrlConnectionGate implements Gate {

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (LoopbackServers process = LoopbackServers.plain(1, 8)) {
            List<BbbServer> servers = Addresses.plain(PassGate.SERVERS, process.port());
            List<String> urls = Addresses.urls(servers);
            try (Pass ours = BluefluxPass.healthy(servers);
                    Pass usual = new UrlConnectionPass(urls);
                    Pass floor = ReactorNettyPass.parsing(urls)) {
                Variants.checkEqual(ours.run(), usual.run());
                Variants.checkEqual(ours.run(), floor.run());
                return figures(List.of(ours, usual, floor), pace);
            }
        }
    }

    private static List<Figure> figures(List<Pass> passes, Pace pace) throws Exception {
        PassCost.inTurn(passes, PassGate.rounds(pace));
        List<List<PassCost>> costs = PassCost.inTurn(passes, PassGate.rounds(pace));
        List<PassCost> ours = costs.get(0);
        List<PassCost> usual = costs.get(1);
        List<PassCost> floor = costs.get(2);
        return List.of(
                Figure.of(Bar.T3_WALL, PassCost.ratio(ours, floor, PassCost::wall)),
                Figure.of(Bar.T3_CPU, PassCost.ratio(ours, floor, PassCost::cpu)),
                Figure.free(
                        "T3 HttpURLConnection and DOM ÷ ours, wall", PassCost.ratio(usual, ours, PassCost::wall), "×"),
                Figure.free(
                        "T3 HttpURLConnection and DOM ÷ ours, CPU", PassCost.ratio(usual, ours, PassCost::cpu), "×"),
                Figure.free(
                        "T3 HttpURLConnection and DOM ÷ bare reactor-netty, wall",
                        PassCost.ratio(usual, floor, PassCost::wall),
                        "×"),
                Figure.free(
                        "T3 HttpURLConnection and DOM ÷ bare reactor-netty, CPU",
                        PassCost.ratio(usual, floor, PassCost::cpu),
                        "×"));
    }
}
