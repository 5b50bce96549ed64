// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What the program around a fleet does wrong hurts nobody but itself. */
class HostFaultsTest {
    private static final BbbServer ONE = Scripted.server("one");
    private static final BbbServer TWO = Scripted.server("two");
    private static final BbbServer BAD = Scripted.server("bad");

    private final VirtualTime time = new VirtualTime();
    private final List<String> asked = new ArrayList<>();

    @Test
    void aServerWhoseClientCannotBeBuiltIsRefusedAndChangesNothing() {
        BbbFleet fleet = builder().build().start();
        fleet.add(ONE);
        assertThatIllegalArgumentException().isThrownBy(() -> fleet.add(BAD)).withMessage("cannot be built");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.replaceAll(List.of(FleetServer.of(BAD), FleetServer.of(TWO))));
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("one");
        fleet.add(TWO);
        assertThat(fleet.remove("bad")).isFalse();
        time.advance(Duration.ofSeconds(5));
        assertThat(asked).hasSize(10);
    }

    @Test
    void aShareThatThrowsDoesNotKeepLanesAlive() {
        List<FleetEvent> events = new ArrayList<>();
        BbbFleet fleet = builder().share(new Thrower()).build().start();
        fleet.events().subscribe(events::add);
        fleet.replaceAll(List.of(FleetServer.of(ONE), FleetServer.of(TWO)));
        time.advance(Duration.ofSeconds(5));
        fleet.remove("one");
        assertThat(events.get(events.size() - 1)).isInstanceOf(FleetEvent.ServerRemoved.class);
        fleet.replaceAll(List.of());
        asked.clear();
        time.advance(Duration.ofSeconds(5));
        assertThat(asked).isEmpty();
        assertThat(fleet.load()).isEqualTo(new PollLoad(0, 0, 0, 0));
    }

    @Test
    void aTaskThatCannotBeMadeLeavesTheRestAlone() {
        BbbFleet fleet = builder()
                .task(each -> {
                    throw new IllegalStateException("no such task");
                })
                .build()
                .start();
        fleet.add(ONE);
        time.advance(Duration.ofSeconds(5));
        assertThat(asked).hasSize(5);
    }

    @Test
    void aTimerThatWasDisposedOfEndsThePolling() {
        Scheduler timer = Schedulers.newSingle("a timer of the host");
        BbbFleet fleet = builder().timer(timer).build().start();
        timer.dispose();
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> fleet.add(ONE));
        fleet.disposeLater().block();
        assertThat(asked).isEmpty();
    }

    private BbbFleetBuilder builder() {
        PollPlan plan = PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);
        Scripted clients = new Scripted(server -> {
            asked.add(server.name());
            return Flux.just(Meetings.meeting("m"));
        });
        return time.fleet(plan, new ClientSource() {
            @Override
            public BbbClient client(BbbServer server) {
                if (server.name().equals("bad")) {
                    throw new IllegalArgumentException("cannot be built");
                }
                return clients.client(server);
            }

            @Override
            public Mono<Void> dispose() {
                return clients.dispose();
            }
        });
    }

    /** A share whose owner is beside himself. */
    private static final class Thrower implements FleetShare {
        @Override
        public Flux<Predicate<String>> owned() {
            return Flux.just(name -> true);
        }

        @Override
        public void onPolled(String server) {
            throw new IllegalStateException("the share threw");
        }

        @Override
        public void onLeft(String server) {
            throw new IllegalStateException("the share threw");
        }
    }
}
