// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.support.guards.NullArguments;
import io.blueflux.support.guards.PublicTypes;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedMeeting;
import io.blueflux.testkit.SimulatedRecording;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is missing is named, wherever the simulator is called. Here, as the testkit cannot see the guards. */
class TestkitArgumentsTest {
    /** These JUnit calls. */
    private static final String CALLED_BY_JUNIT = ".*BbbSimulatorExtension\\.(before|after|supports|resolve).*";

    @Test
    void everyMissingArgumentOfTheTestkitIsNamed() throws Exception {
        SimulatedServer server = BbbSimulator.builder().build().server(0);
        SimulatedMeeting meeting = server.createMeeting("room");
        NullArguments check = new NullArguments(
                Set.of(),
                "getMeetings",
                Duration.ofMillis(1),
                Locale.ROOT,
                Map.of(),
                server,
                meeting,
                server.callbacks(),
                SimulatedRecording.builder("r", "room"));

        assertThat(check.faults(PublicTypes.of(BbbSimulator.class, "io/blueflux/testkit")))
                .filteredOn(fault -> !fault.matches(CALLED_BY_JUNIT))
                .isEmpty();
    }
}
