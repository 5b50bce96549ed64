// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Polls that are asked for by many threads, while servers come, change and go, and the fleet stops and starts. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FleetPollRaceTest {
    private static final int SERVERS = 4;
    private static final int ROUNDS = 400;

    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> polls = new ConcurrentHashMap<>();
    private final Queue<Object> faults = new ConcurrentLinkedQueue<>();

    @Test
    void noServerIsEverPolledTwiceAtOnceAndNoWishIsLost() throws Exception {
        try (BbbFleet fleet = fleet()) {
            fleet.start();
            IntStream.range(0, SERVERS).forEach(i -> fleet.add(server(i, 0)));
            List<Thread> threads = new ArrayList<>();
            for (int each = 0; each < 4; each++) {
                threads.add(new Thread(() -> rounds(round -> wish(fleet, round))));
            }
            threads.add(new Thread(() -> rounds(round -> fleet.replace(server(1, round)))));
            threads.add(new Thread(() -> rounds(round -> {
                fleet.remove("s2");
                fleet.add(server(2, 0));
            })));
            threads.add(new Thread(() -> rounds(round -> {
                if (round % 40 == 0) {
                    fleet.stop().block(Duration.ofSeconds(30));
                    fleet.start();
                }
            })));
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(faults).isEmpty();
            for (int i = 0; i < SERVERS; i++) {
                String name = "s" + i;
                int before = polls(name);
                assertThat(fleet.poll(name)).isTrue();
                eventually(name + " is polled as it was wished", () -> polls(name) > before);
            }
        }
    }

    private void rounds(IntConsumer round) {
        try {
            IntStream.range(0, ROUNDS).forEach(round);
        } catch (Throwable thrown) {
            faults.add(thrown);
        }
    }

    private void wish(BbbFleet fleet, int round) {
        for (int i = 0; i < 25; i++) {
            try {
                fleet.poll("s" + (round + i) % SERVERS);
            } catch (IllegalArgumentException gone) {
                if (!"there is no server named s2".equals(gone.getMessage())) {
                    faults.add(gone);
                }
            }
        }
    }

    private int polls(String name) {
        return polls.computeIfAbsent(name, key -> new AtomicInteger()).get();
    }

    private BbbFleet fleet() {
        PollSchedule hourly = PollSchedule.every(Duration.ofHours(1), Duration.ofMillis(10));
        return BbbFleet.builder(PollPlan.of(hourly).withVersionEvery(0))
                .clientSource(new Scripted(this::answer))
                .build();
    }

    private Flux<Meeting> answer(BbbServer server) {
        String name = server.name();
        AtomicInteger running = inFlight.computeIfAbsent(name, key -> new AtomicInteger());
        if (running.incrementAndGet() > 1) {
            faults.add(name + " is polled twice at once");
        }
        polls.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet();
        return Mono.delay(Duration.ofMillis(1))
                .<Meeting>then(Mono.empty())
                .flux()
                .doOnTerminate(running::decrementAndGet)
                .doOnCancel(running::decrementAndGet);
    }

    private static BbbServer server(int number, int secret) {
        BbbServer server = Scripted.server("s" + number);
        return secret == 0 ? server : server.withSecret(SharedSecret.of("secret" + secret));
    }
}
