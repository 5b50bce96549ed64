// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class BbbSimulatorExtensionTest {
    @Nested
    @ExtendWith(BbbSimulatorExtension.class)
    class ByDefault {
        @RepeatedTest(2)
        void eachTestHasAFreshSimulator(BbbSimulator simulator, SimulatedServer server) {
            assertThat(simulator.servers()).containsExactly(server);
            assertThat(server.meetings()).isEmpty();
            server.createMeeting("room");
            assertThat(Wire.get(server, "getMeetings", "").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class PerClass {
        @RegisterExtension
        static final BbbSimulatorExtension SHARED =
                BbbSimulatorExtension.of(BbbSimulator.builder().servers(3)).perClass();

        private static final Set<BbbSimulator> seen = new HashSet<>();

        @RepeatedTest(2)
        void testsShareOneSimulator(BbbSimulator simulator) {
            seen.add(simulator);
            assertThat(seen).hasSize(1);
            assertThat(simulator.servers()).hasSize(3);
        }

        @Test
        void theFirstServerIsGivenAsAParameter(BbbSimulator simulator, SimulatedServer server) {
            assertThat(server).isSameAs(simulator.server(0));
        }
    }
}
