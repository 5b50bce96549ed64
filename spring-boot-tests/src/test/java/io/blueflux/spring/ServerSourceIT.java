// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.SharedSecret;
import io.blueflux.error.ApiFailedException;
import io.blueflux.fleet.FleetServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.testkit.BbbSimulator;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Servers that change while the service runs. */
@ExtendWith(OutputCaptureExtension.class)
class ServerSourceIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Sinks.Many<Collection<FleetServer>> lists =
            Sinks.many().replay().latest();

    private final ApplicationContextRunner boot =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(BluefluxAutoConfiguration.class));

    @Test
    void aRotatedSecretIsUsedWithoutARestartByTheClientThatIsThere() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            FleetServer right = FleetServer.of(simulator.server(0).bbbServer().withName("a"));
            FleetServer wrong =
                    FleetServer.of(right.server().withSecret(SharedSecret.of("not-the-one-that-the-server-has")));
            lists.tryEmitNext(List.of(wrong));
            boot.withBean(ServerSource.class, () -> lists::asFlux).run(context -> {
                BbbClient client = context.getBean(BbbClients.class).client("a");
                assertThatThrownBy(() -> client.getMeetings().collectList().block(LONG))
                        .isInstanceOf(ApiFailedException.class);

                lists.tryEmitNext(List.of(right));

                assertThat(client.getMeetings().collectList().block(LONG)).isEmpty();
                assertThat(context.getBean(BbbClients.class).client("a")).isSameAs(client);
            });
        }
    }

    @Test
    void aListThatCannotBeUsedIsLoggedAndTheNextOneCounts(CapturedOutput output) {
        FleetServer server =
                FleetServer.of(io.blueflux.BbbServer.of("https://a.example.org/bigbluebutton", "the-secret-of-a")
                        .withName("a"));
        lists.tryEmitNext(List.of(server));
        boot.withBean(ServerSource.class, () -> lists::asFlux).run(context -> {
            BbbClients clients = context.getBean(BbbClients.class);
            lists.tryEmitNext(List.of(server, server));
            assertThat(clients.names()).containsExactly("a");
            lists.tryEmitNext(List.of());
            assertThat(clients.names()).isEmpty();
        });
        assertThat(output).contains("a list of servers cannot be used").doesNotContain("the-secret-of-a");
    }

    @Test
    void aSourceThatFailsIsAskedAgainAndLeftWhenTheContextCloses() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        Sinks.Empty<Void> second = Sinks.empty();
        ServerSource source = () -> asked.incrementAndGet() == 1
                ? Flux.error(new IllegalStateException("the table is locked"))
                : Flux.<List<FleetServer>>never()
                        // At its request the subscription is where a cancellation finds it; before, it is on its way.
                        .doOnRequest(demand -> second.tryEmitEmpty())
                        .doOnCancel(cancelled::incrementAndGet);
        boot.withBean(ServerSource.class, () -> source)
                .run(context -> second.asMono().block(LONG));
        assertThat(asked).hasValue(2);
        assertThat(cancelled).hasValue(1);
    }
}
