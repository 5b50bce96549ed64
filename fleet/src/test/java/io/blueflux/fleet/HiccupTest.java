// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Five thousand servers, of which a thousand hang: what a healthy one waits for that fails once, and what one that is down. */
class HiccupTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration LATEST = INTERVAL.plusSeconds(2);
    private static final int SERVERS = 5_000;
    private static final int HUNG = SERVERS / 5;
    private static final int SICK_PERMITS = 51;

    private final VirtualTime time = new VirtualTime();
    private final Map<String, Flux<Meeting>> hiccups = new ConcurrentHashMap<>();
    private final Map<String, Long> failedAt = new ConcurrentHashMap<>();
    private final Map<String, Duration> lookedAtAfter = new ConcurrentHashMap<>();
    private Duration longestLag = Duration.ZERO;

    @Test
    void oneThatFailsWhileTheOthersBeginToHangIsLookedAtInTime() {
        BbbFleet fleet = fleet();
        for (int second = 5; second < 60; second += 5) {
            time.advance(Duration.ofSeconds(5));
            hiccups.put("bbb" + (5 * second + 1), failure());
        }
        time.advance(LATEST.multipliedBy(4));
        assertThat(lookedAtAfter)
                .hasSize(11)
                .allSatisfy((name, wait) -> assertThat(wait).isLessThanOrEqualTo(LATEST));
        assertThat(fleet.snapshot().serversIn(ServerState.UNSTABLE)).isPositive();
    }

    @Test
    void oneThatFailsOrHangsOnceWhileTheOthersAreDownIsLookedAtInTimeAndThoseInTheirBound() {
        BbbFleet fleet = fleet();
        time.advance(Duration.ofMinutes(15));
        assertThat(fleet.snapshot().serversIn(ServerState.DOWN)).isEqualTo(HUNG);
        fleet.reports().subscribe(report -> {
            if (report.server().state() == ServerState.DOWN && report.lag().compareTo(longestLag) > 0) {
                longestLag = report.lag();
            }
        });
        for (int i = 1; i <= 40; i++) {
            hiccups.put("bbb" + (5 * i + 1), i % 4 == 0 ? Flux.never() : failure());
            time.advanceMillis(1_700);
        }
        time.advance(Duration.ofSeconds(400));
        assertThat(lookedAtAfter)
                .hasSize(40)
                .allSatisfy((name, wait) -> assertThat(wait).isLessThanOrEqualTo(LATEST));
        assertThat(longestLag)
                .isPositive()
                .isLessThan(DEADLINE.plus(DEADLINE.multipliedBy(HUNG).dividedBy(SICK_PERMITS * 3 / 4)));
    }

    private BbbFleet fleet() {
        BbbFleet fleet = time.fleet(
                        PollPlan.of(PollSchedule.every(INTERVAL))
                                .withVersionEvery(0)
                                .withDeadline(DEADLINE),
                        new Scripted(this::answer))
                .build();
        fleet.reports().subscribe(this::hear);
        fleet.replaceAll(IntStream.range(0, SERVERS)
                .mapToObj(i -> FleetServer.of(Scripted.server("bbb" + i)))
                .toList());
        return fleet.start();
    }

    private void hear(ServerReport report) {
        if (report.error() != null && number(report.server().name()) % 5 != 0) {
            failedAt.put(report.server().name(), time.nanos());
        }
    }

    private Flux<Meeting> answer(BbbServer server) {
        Long failed = failedAt.remove(server.name());
        if (failed != null) {
            lookedAtAfter.put(server.name(), Duration.ofNanos(time.nanos() - failed));
        }
        if (number(server.name()) % 5 == 0) {
            return Flux.never();
        }
        Flux<Meeting> hiccup = hiccups.remove(server.name());
        return hiccup == null ? Flux.just(Meetings.meeting("m")) : hiccup;
    }

    private static Flux<Meeting> failure() {
        return Flux.error(new HttpStatusException(new CallSite("one", "getMeetings"), 502, ""));
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(3));
    }
}
