// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
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

    @Nested
    class FromStaticCode {
        @Order(1) // so that it hears of the end after the simulators have
        @RegisterExtension
        static final AfterAllCallback CHECK = FromStaticCode::isUpUntilTheLastClassHasEnded;

        @RegisterExtension
        static final BbbSimulatorExtension SHARED =
                BbbSimulatorExtension.of(BbbSimulator.builder()).perClass();

        private static final SimulatedServer BEFORE_THE_FIRST_TEST = SHARED.server();

        @Test
        void theSimulatorIsTheParameters(BbbSimulator simulator, SimulatedServer server) {
            assertThat(SHARED.simulator()).isSameAs(simulator);
            assertThat(SHARED.server()).isSameAs(server).isSameAs(BEFORE_THE_FIRST_TEST);
        }

        @Nested
        class InANestedClass {
            @Test
            void theSimulatorIsTheSame(SimulatedServer server) {
                assertThat(server).isSameAs(BEFORE_THE_FIRST_TEST);
                assertThat(isUp(server)).isTrue();
            }
        }

        private static void isUpUntilTheLastClassHasEnded(ExtensionContext context) {
            boolean nested = context.getRequiredTestClass() == InANestedClass.class;
            assertThat(isUp(BEFORE_THE_FIRST_TEST)).isEqualTo(nested);
            if (!nested) {
                SimulatedServer another = SHARED.server();
                assertThat(isUp(another)).isTrue();
                SHARED.afterAll(context);
                assertThat(isUp(another)).isFalse();
            }
        }
    }

    @Nested
    class InAFieldOfTheInstance {
        private static final List<SimulatedServer> seen = new ArrayList<>();

        @RegisterExtension
        final BbbSimulatorExtension shared =
                BbbSimulatorExtension.of(BbbSimulator.builder()).perClass();

        @RepeatedTest(2)
        void theSimulatorEndsWithTheTest(SimulatedServer server) {
            assertThat(shared.server()).isSameAs(server);
            assertThat(seen).noneMatch(BbbSimulatorExtensionTest::isUp);
            seen.add(server);
        }
    }

    @Test
    void whatEachTestHasOfItsOwnIsNotHadFromStaticCode() {
        assertThatIllegalStateException()
                .isThrownBy(new BbbSimulatorExtension()::simulator)
                .withMessageContaining("perClass()");
        assertThatIllegalStateException()
                .isThrownBy(BbbSimulatorExtension.of(BbbSimulator.builder())::server)
                .withMessageContaining("perClass()");
    }

    private static boolean isUp(SimulatedServer server) {
        URI url = URI.create(server.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
