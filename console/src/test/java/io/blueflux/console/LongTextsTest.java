// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.LocatedMeeting;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A server may call its meetings anything, at any length; the page gets what it can show. */
class LongTextsTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_000);
    private static final String LONG = "x".repeat(50_000);
    private static final int ENOUGH = 2_000;

    @Test
    void anEventIsShort() {
        assertShort(FeedEvent.of(new FleetEvent.MeetingCreated(new FleetEvent.Source("s1", 1, NOW, null), meeting())));
    }

    @Test
    void aLineOfAMeetingIsShort() {
        assertShort(MeetingLine.of(meeting()));
    }

    @Test
    void aMeetingThatWasFoundIsShort() {
        assertShort(
                SearchPages.Found.of(new LocatedMeeting("s1", true, meeting().meeting())));
    }

    private static void assertShort(Object told) {
        assertThat(new JsonMapper().writeValueAsString(told)).hasSizeLessThan(ENOUGH);
    }

    private static FleetMeeting meeting() {
        return PolledMeetings.of(LONG, LONG, LONG, NOW);
    }
}
