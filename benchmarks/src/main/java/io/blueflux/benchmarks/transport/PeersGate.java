// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.input.MeetingsBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;

/** What a request costs in other HTTP clients, beside ours; no client parses. */
final class PeersGate implements Gate {
    private final Load load = new Load(1, 8, 16, 64, 5_000);

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (FixedServerProcess server = FixedServerProcess.start();
                Clients clients = new Clients(server.answering(load.meetings(), load.attendees(), 0))) {
            Map<String, Peer> peers = new LinkedHashMap<>();
            peers.put("HttpURLConnection", new UrlConnectionPeer());
            peers.put("OkHttp", new OkHttpPeer());
            peers.put("JDK HttpClient", new JdkClientPeer());
            peers.put("WebClient", new WebClientPeer(clients.bare()));
            return figures(clients, peers, pace);
        }
    }

    private List<Figure> figures(Clients clients, Map<String, Peer> peers, Pace pace) throws Exception {
        Object bytes = (long) MeetingsBody.of(load.meetings(), load.attendees()).length;
        List<Callable<?>> operations = new ArrayList<>();
        operations.add(clients.many(load, Mono.defer(clients::ourDrain)));
        for (Peer peer : peers.values()) {
            Variants.checkEqual(bytes, peer.drain(clients.url()).blockOptional().orElseThrow());
            operations.add(clients.many(load, Mono.defer(() -> peer.drain(clients.url()))));
        }
        load.warmUp(operations.toArray(Callable<?>[]::new));
        Paired paired = Paired.of(CpuClock.ofProcess(), Load.SLICE);
        operations.forEach(paired::add);
        paired.run(pace);
        List<Figure> figures = new ArrayList<>();
        for (String peer : peers.keySet()) {
            figures.add(
                    Figure.free(peer + " ÷ ours, CPU of a drained request", paired.ratio(figures.size() + 1, 0), "×"));
        }
        return figures;
    }
}
