// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneScheduleTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final PollSchedule EVERY = PollSchedule.every(INTERVAL);

    @Test
    void firstStartsAreSpreadOverTheInterval() {
        int[] tenths = new int[11];
        for (int i = 0; i < 1_000; i++) {
            tenths[(int) (new LaneSchedule("bbb" + i, EVERY.withJitter(0), 0).due() / (SECOND / 10))]++;
        }
        for (int tenth = 0; tenth < 10; tenth++) {
            assertThat(tenths[tenth]).isBetween(60, 140);
        }
    }

    @Test
    void startsKeepTheirSlotsAndComeLateByTheJitterAtMost() {
        LaneSchedule schedule = new LaneSchedule("bbb1", EVERY, 0);
        long phase = new LaneSchedule("bbb1", EVERY.withJitter(0), 0).due();
        for (int poll = 0; poll < 1_000; poll++) {
            assertThat(schedule.due() - phase - poll * SECOND).isBetween(0L, SECOND / 10);
            schedule.advance(EVERY, INTERVAL, schedule.due() + SECOND / 2);
        }
    }

    @Test
    void slotsThatPassedAreSkipped() {
        PollSchedule plain = EVERY.withJitter(0);
        LaneSchedule schedule = new LaneSchedule("bbb1", plain, 0);
        long phase = schedule.due();
        schedule.advance(plain, INTERVAL, phase + 7 * SECOND / 2);
        assertThat(schedule.due()).isEqualTo(phase + 4 * SECOND);
    }

    @Test
    void noTwoStartsAreCloserThanTheFloorAndTheSlotsStay() {
        PollSchedule tight = PollSchedule.every(INTERVAL, INTERVAL).withJitter(0.5);
        LaneSchedule schedule = new LaneSchedule("bbb1", tight, 0);
        long phase = new LaneSchedule("bbb1", EVERY.withJitter(0), 0).due();
        for (int poll = 0; poll < 1_000; poll++) {
            long start = schedule.due();
            assertThat(start - phase - poll * SECOND).isBetween(0L, SECOND / 2);
            schedule.started(tight, start);
            schedule.advance(tight, INTERVAL, start);
            assertThat(schedule.due() - start).isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void aLateStartKeepsTheFloorBeforeTheNext() {
        PollSchedule plain = EVERY.withJitter(0);
        LaneSchedule schedule = new LaneSchedule("bbb1", plain, 0);
        long late = schedule.due() + 9 * SECOND / 10;
        schedule.started(plain, late);
        schedule.advance(plain, INTERVAL, late);
        assertThat(schedule.due() - late).isEqualTo(plain.floor().toNanos());
    }

    @Test
    void noStartIsInThePast() {
        LaneSchedule schedule = new LaneSchedule("bbb1", EVERY, 0);
        for (long now = 0; now < 100 * SECOND; now += 13 * SECOND / 10) {
            schedule.advance(EVERY, INTERVAL, now);
            assertThat(schedule.due()).isGreaterThanOrEqualTo(now);
        }
    }

    @Test
    void pausesWhileDownGrowToABoundWithChance() {
        PollSchedule capped = EVERY.withMaxBackoff(Duration.ofSeconds(20));
        LaneSchedule schedule = new LaneSchedule("bbb1", capped, 0);
        List<Long> bounds = new ArrayList<>();
        for (int failures = 0; failures < 40; failures++) {
            schedule.backOff(capped, INTERVAL, failures, 0);
            long most = Math.min(2L << Math.min(failures, 10), 20) * SECOND;
            assertThat(schedule.due()).isBetween(most / 2, most);
            bounds.add(schedule.due());
        }
        assertThat(bounds).doesNotHaveDuplicates();
    }

    @Test
    void aMissingOrZeroIntervalIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PollSchedule.every(null))
                .withMessage("interval must be 500 ms to 1 day, not null");
        assertThatIllegalArgumentException().isThrownBy(() -> PollSchedule.every(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> PollSchedule.every(Duration.ofMillis(499)));
        assertThatIllegalArgumentException().isThrownBy(() -> BbbFleet.builder(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> PollSchedule.every(INTERVAL, Duration.ofMillis(9)));
        assertThatIllegalArgumentException().isThrownBy(() -> EVERY.withIdle(Duration.ofMillis(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> EVERY.withStarting(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> EVERY.withMaxBackoff(Duration.ofMillis(600)));
        assertThatIllegalArgumentException().isThrownBy(() -> EVERY.withJitter(0.6));
    }

    @Test
    void aServerThatIsDownIsNeverAskedMoreOftenThanOneThatAnswers() {
        for (int seconds : new int[] {1, 60, 120, 600, 86_400}) {
            Duration interval = Duration.ofSeconds(seconds);
            PollSchedule plain = PollSchedule.every(interval);
            LaneSchedule schedule = new LaneSchedule("bbb1", plain, 0);
            for (int failures = 0; failures < 40; failures++) {
                schedule.backOff(plain, interval, failures, 0);
                assertThat(schedule.due())
                        .isBetween(interval.toNanos(), plain.maxBackoff().toNanos());
                schedule.backOff(plain.withMaxBackoff(interval), interval, failures, 0);
                assertThat(schedule.due()).isEqualTo(interval.toNanos());
                schedule.backOff(plain, interval.multipliedBy(5), failures, 0);
                assertThat(schedule.due()).isGreaterThanOrEqualTo(5 * interval.toNanos());
            }
        }
    }
}
