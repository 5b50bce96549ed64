// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Recording;
import org.junit.jupiter.api.Test;

class RecordingsSeenTest {
    private final RecordingsSeen seen = new RecordingsSeen();

    @Test
    void aRecordingIsKnownByItsId() {
        assertThat(seen.add(PagingServer.recording("r1", 1))).isTrue();
        assertThat(seen.add(PagingServer.recording("r2", 1))).isTrue();
        assertThat(seen.add(PagingServer.recording("r1", 2))).isFalse();
    }

    @Test
    void aRecordingWithoutAnIdIsKnownByAllItSays() {
        assertThat(seen.add(PagingServer.recording(null, 1))).isTrue();
        assertThat(seen.add(PagingServer.recording(null, 2))).isTrue();
        assertThat(seen.add(PagingServer.recording(null, 1))).isFalse();
    }

    @Test
    void theLastHalfMillionAreRememberedAndTheFirstOfManyForgotten() {
        Recording first = PagingServer.recording("first", 0);
        seen.add(first);
        for (int i = 0; i < 500_000; i++) {
            assertThat(seen.add(PagingServer.recording("r" + i, 0))).isTrue();
        }
        assertThat(seen.add(first)).isFalse();
        for (int i = 500_000; i < 1_100_000; i++) {
            assertThat(seen.add(PagingServer.recording("r" + i, 0))).isTrue();
        }
        assertThat(seen.add(first)).isTrue();
        assertThat(seen.add(PagingServer.recording("r700000", 0))).isFalse();
    }
}
