// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.server.LoopbackServers;
import java.util.List;
import reactor.netty.resources.LoopResources;

/** What the native transport saves, where it is present. */
final class NativeGate implements Gate {
    private static final int SERVERS = 1_000;

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        if (!LoopResources.hasNativeSupport()) {
            return List.of();
        }
        try (LoopbackServers process = LoopbackServers.plain(1, 8)) {
            List<String> urls = Addresses.urls(Addresses.plain(SERVERS, process.port()));
            try (Pass epoll = ReactorNettyPass.parsing(urls);
                    Pass nio = ReactorNettyPass.parsingOnNio(urls)) {
                Variants.checkEqual(epoll.run(), nio.run());
                return figures(List.of(epoll, nio), pace);
            }
        }
    }

    private static List<Figure> figures(List<Pass> passes, Pace pace) throws Exception {
        int rounds = 3 * PassGate.rounds(pace);
        PassCost.inTurn(passes, rounds);
        List<List<PassCost>> costs = PassCost.inTurn(passes, rounds);
        return List.of(Figure.free(
                "JDK's sockets ÷ native epoll, CPU", PassCost.ratio(costs.get(1), costs.get(0), PassCost::cpu), "×"));
    }
}
