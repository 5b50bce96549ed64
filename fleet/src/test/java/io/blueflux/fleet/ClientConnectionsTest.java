// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.reactor.CallListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

class ClientConnectionsTest {
    private static final PollPlan PLAN = PollPlan.of(PollSchedule.every(Duration.ofSeconds(5)));
    private static final LoopResources LOOPS = LoopResources.create("given", 1, true);

    private final ClientConnections transport =
            new ClientConnections(BbbFleet.builder(PollPlan.of(PollSchedule.every(Duration.ofSeconds(5))))
                    .maxConnectionsPerAddress(7)
                    .settings());

    @AfterEach
    void dispose() {
        transport.dispose().block();
    }

    @Test
    void connectionsAreGivenUpBeforeServersCloseThem() {
        pools().extracting("maxIdleTime", InstanceOfAssertFactories.DURATION).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void connectionsAndCallsThatWaitForOneAreBoundedForEachAddress() {
        pools().extracting("maxConnections").isEqualTo(7);
        pools().extracting("pendingAcquireMaxCount").isEqualTo(7);
    }

    @Test
    void whatAllClientsShareIsNotSetForOne() {
        Map<String, UnaryOperator<BbbClientBuilder>> refused = Map.of(
                "httpClient", client -> client.httpClient(HttpClient.create()),
                "connectionProvider", client -> client.connectionProvider(ConnectionProvider.newConnection()),
                "loopResources", client -> client.loopResources(LOOPS),
                "maxConnections", client -> client.maxConnections(3),
                "acquireTimeout", client -> client.acquireTimeout(Duration.ofSeconds(1)),
                "listener", client -> client.listener(new CallListener() {}),
                "timer", client -> client.timer(Schedulers.single()),
                "clock", client -> client.clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        refused.forEach((name, setUp) -> {
            BbbFleet fleet = BbbFleet.builder(PLAN).clients(setUp).build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fleet.add(Scripted.server("one")))
                    .withMessageStartingWith("clients cannot set " + name + ":");
            assertThat(fleet.snapshot().servers()).isEmpty();
            fleet.disposeLater().block();
        });
    }

    @Test
    void theClientOfAnotherServerIsRefused() {
        BbbFleet fleet = BbbFleet.builder(PLAN)
                .clients(client -> BbbClient.builder(Scripted.server("two")))
                .build();
        assertThatIllegalArgumentException().isThrownBy(() -> fleet.add(Scripted.server("one")));
        fleet.disposeLater().block();
    }

    @Test
    void givenEventLoopsStayWhenTheFleetIsDisposedOf() {
        BbbFleet fleet = BbbFleet.builder(PLAN).loopResources(LOOPS).build().start();
        fleet.add(Scripted.server("one"));
        fleet.disposeLater().block();
        assertThat(LOOPS.isDisposed()).isFalse();
        LOOPS.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }

    private AbstractObjectAssert<?, ?> pools() {
        return assertThat(transport)
                .extracting("pools", InstanceOfAssertFactories.type(ConnectionProvider.class))
                .extracting(ConnectionProvider::mutate);
    }
}
