// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Jvm;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.webhooks.webflux.NettyWebhooks;
import io.blueflux.webhooks.webflux.WebhookIntake;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** F7: deliveries to our route, and to one that aggregates the body and hashes it. */
final class WebhooksGate implements Gate {
    private static final char OURS = 'a';
    private static final char BARE = 'b';

    private final LongAdder handedOver = new LongAdder();
    private final LongAdder hashed = new LongAdder();

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        WebhookIntake intake = WebhookIntake.of(Deliveries.VERIFIER);
        Disposable unused = intake.events().subscribe(event -> handedOver.increment());
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .runOn(Transport.usual())
                .route(routes ->
                        routes.post("/" + OURS, NettyWebhooks.handler(intake)).post("/" + BARE, this::hash))
                .bindNow();
        Process sender = Jvm.of(SendingMain.class, List.of("-Xmx256m"), String.valueOf(server.port()))
                .start();
        try {
            List<WebhookLane> lanes =
                    List.of(new WebhookLane(sender, OURS, handedOver::sum), new WebhookLane(sender, BARE, hashed::sum));
            Turns turns = new Turns(lanes, () -> handedOver.sum() + hashed.sum(), Sizes.of(pace)).run();
            return List.of(
                    Figure.free("F7 webhooks", turns.ratio(0, 1), "×"),
                    Figure.free("F7 events a second", turns.perSecond(0), ""),
                    Figure.free("F7 hashed bodies a second", turns.perSecond(1), ""),
                    Figure.free("F7 an event", turns.micros(0), "µs"),
                    Figure.free("F7 a hashed body", turns.micros(1), "µs"));
        } finally {
            sender.destroyForcibly();
            server.disposeNow();
        }
    }

    private Publisher<Void> hash(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asByteArray().flatMap(body -> {
            String expected = "checksum=" + Deliveries.checksum(body);
            boolean proved = request.uri().endsWith(expected);
            hashed.increment();
            return response.status(proved ? 200 : 403).send().then();
        });
    }
}
