// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagAccountTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final LagAccount account = new LagAccount(Duration.ofSeconds(10), BEGIN);

    @Test
    void aServerThatIsPolledEachIntervalMissesNothing() {
        start("a", 7, 4_000);
        start("a", 8, 15_000);
        start("a", 9, 24_100);

        assertThat(missed("a", 35_500)).isZero();
        assertThat(account.polls()).isEqualTo(3);
    }

    @Test
    void anIntervalWithoutAStartIsMissed() {
        start("a", 7, 4_000);
        start("a", 8, 24_500);

        assertThat(missed("a", 30_000)).isOne();
    }

    @Test
    void aPollOfWhichNoReportCameIsNotMissed() {
        start("a", 7, 4_000);
        start("a", 9, 24_500);

        assertThat(missed("a", 30_000)).isZero();
    }

    @Test
    void whatIsMissedAtTheEndsCounts() {
        start("a", 7, 12_500);

        assertThat(missed("a", 37_000)).isEqualTo(3);
    }

    @Test
    void aServerWithoutAPollMissesAll() {
        assertThat(missed("b", 32_500)).isEqualTo(3);
    }

    @Test
    void whatStartedBeforeDoesNotCount() {
        start("a", 7, -1);

        assertThat(account.polls()).isZero();
    }

    @Test
    void aPartOfTheLagsIsTheWorstOfThatPart() {
        for (int i = 1; i <= 200; i++) {
            account.add("a", i, BEGIN.plusMillis(i), Duration.ofMillis(201 - i));
        }

        assertThat(account.lagMillis(0.5)).isEqualTo(100);
        assertThat(account.lagMillis(0.99)).isEqualTo(198);
        assertThat(account.lagMillis(1)).isEqualTo(200);
    }

    @Test
    void withoutPollsThereIsNoLag() {
        assertThat(account.lagMillis(0.99)).isNaN();
    }

    @Test
    void thereIsRoomForManyPolls() {
        for (int i = 1; i <= 5_000; i++) {
            account.add("a", i, BEGIN, Duration.ofMillis(i));
        }

        assertThat(account.lagMillis(1)).isEqualTo(5_000);
    }

    private void start(String server, long number, long millis) {
        account.add(server, number, BEGIN.plusMillis(millis), Duration.ZERO);
    }

    private long missed(String server, long end) {
        return account.missed(List.of(server), BEGIN.plusMillis(end));
    }
}
