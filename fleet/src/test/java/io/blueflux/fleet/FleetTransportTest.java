// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.ConnectionProvider;

class FleetTransportTest {
    private final FleetTransport transport =
            new FleetTransport(BbbFleet.builder(PollPlan.of(PollSchedule.every(Duration.ofSeconds(5))))
                    .maxConnectionsPerAddress(7));

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

    private AbstractObjectAssert<?, ?> pools() {
        return assertThat(transport)
                .extracting("pools", InstanceOfAssertFactories.type(ConnectionProvider.class))
                .extracting(ConnectionProvider::mutate);
    }
}
