// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What a change of the servers costs, and whom it asks. */
class FleetChangesTest {
    private static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);

    private final VirtualTime time = new VirtualTime();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<String> built = new ArrayList<>();
    private final Set<String> polled = ConcurrentHashMap.newKeySet();
    private final Sinks.Many<Predicate<String>> owned = Sinks.many().replay().latest();
    private volatile Predicate<String> answer = name -> true;
    private volatile Predicate<BbbServer> canBeBuilt = server -> true;

    @Test
    void aChangeAsksAboutWhatItChangesOnly() {
        int servers = 20_000;
        List<String> asked = new ArrayList<>();
        BbbFleet fleet = time.fleet(PLAN, clients())
                .share(() -> Flux.just(asked::add))
                .build()
                .start();
        for (int i = 0; i < servers; i++) {
            fleet.add(Scripted.server("bbb" + i));
        }
        assertThat(asked).hasSize(servers);
        assertThat(built).hasSize(servers);
        asked.clear();
        built.clear();
        fleet.replace(Scripted.server("bbb7").withSecret(SharedSecret.of("another")));
        assertThat(asked).containsExactly("bbb7");
        assertThat(built).containsExactly("bbb7");
        fleet.remove("bbb8");
        assertThat(asked).containsExactly("bbb7");
        fleet.replaceAll(IntStream.range(1, servers + 1)
                .mapToObj(i -> FleetServer.of(Scripted.server("bbb" + i)))
                .toList());
        assertThat(asked).as("those that are new or were another").containsOnly("bbb7", "bbb8", "bbb" + servers);
        assertThat(fleet.snapshot().servers()).hasSize(servers);
    }

    @Test
    void aShareThatAnswersOtherwiseEachTimeIsAskedOnceAChange() {
        AtomicInteger count = new AtomicInteger();
        answer = name -> count.getAndIncrement() % 2 == 0;
        BbbFleet fleet = fleet().start();
        for (int i = 0; i < 50; i++) {
            questions.clear();
            fleet.add(Scripted.server("bbb" + i));
            fleet.replace(Scripted.server("bbb" + i).withSecret(SharedSecret.of("another")));
            assertThat(questions).hasSize(2).containsOnly("bbb" + i);
            owned.tryEmitNext(this::ask);
        }
        answer = name -> true;
        owned.tryEmitNext(this::ask);
        time.advance(Duration.ofSeconds(3));
        assertThat(fleet.snapshot().servers()).hasSize(50);
        assertThat(polled).as("the stream of ownerships is alive").hasSize(50);
    }

    @Test
    void aShareThatWaitsForALockDoesNotLockUpWithItsHolderWhoChangesTheFleet() throws Exception {
        ReentrantLock engine = new ReentrantLock();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        answer = name -> {
            asked.countDown();
            engine.lock();
            try {
                return true;
            } finally {
                engine.unlock();
            }
        };
        BbbFleet fleet = fleet().start();
        CompletableFuture<Void> holder = new CompletableFuture<>();
        thread(() -> {
            engine.lock();
            try {
                held.countDown();
                asked.await();
                fleet.add(Scripted.server("two"));
                fleet.replaceAll(List.of(FleetServer.of(Scripted.server("three"))));
                fleet.snapshot();
                holder.complete(null);
            } finally {
                engine.unlock();
            }
        });
        held.await();
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        thread(() -> {
            fleet.add(Scripted.server("one"));
            waiting.complete(null);
        });
        holder.get(10, TimeUnit.SECONDS);
        waiting.get(10, TimeUnit.SECONDS);
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("one", "three");
    }

    @Test
    void whoIsAskedCannotChangeTheFleetInstead() {
        AtomicReference<BbbFleet> self = new AtomicReference<>();
        AtomicInteger more = new AtomicInteger();
        answer = name -> {
            requireNonNull(self.get()).add(Scripted.server("more" + more.incrementAndGet()));
            return true;
        };
        BbbFleet fleet = fleet().start();
        self.set(fleet);
        assertThatIllegalStateException()
                .isThrownBy(() -> fleet.add(Scripted.server("one")))
                .withMessageContaining("share");
        assertThat(more).hasValue(1);
        answer = name -> true;
        fleet.add(Scripted.server("one"));
        time.advance(Duration.ofSeconds(2));
        assertThat(polled).containsExactly("one");
    }

    @Test
    void anOwnershipThatIsToldInAnAnswerIsHeardAfterTheChange() {
        AtomicInteger told = new AtomicInteger();
        BbbFleet fleet = fleet().start();
        answer = name -> {
            if (told.getAndIncrement() == 0) {
                owned.tryEmitNext(each -> !each.equals("one"));
            }
            return true;
        };
        fleet.add(Scripted.server("one"));
        assertThat(fleet.snapshot().servers()).isEmpty();
        fleet.add(Scripted.server("two"));
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("two");
    }

    @Test
    void anOwnershipThatIsToldInEachAnswerEnds() {
        BbbFleet fleet = fleet().start();
        answer = name -> {
            owned.tryEmitNext(this::ask);
            return true;
        };
        fleet.add(Scripted.server("one"));
        fleet.add(Scripted.server("two"));
        time.advance(Duration.ofSeconds(3));
        assertThat(polled).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void aShareThatThrowsAboutAServerRefusesThatServerAndNoOther() {
        BbbFleet fleet = fleet().start();
        fleet.add(Scripted.server("one"));
        for (Throwable thrown :
                List.of(new IllegalStateException("no"), new LinkageError("no"), new StackOverflowError())) {
            answer = name -> {
                if (name.equals("bad")) {
                    throw HostCode.sneaky(thrown);
                }
                return true;
            };
            assertThatThrownBy(() -> fleet.add(Scripted.server("bad"))).isSameAs(thrown);
            answer = name -> true;
            fleet.add(Scripted.server("bad"));
            answer = name -> {
                if (!name.equals("two")) {
                    throw HostCode.sneaky(thrown);
                }
                return true;
            };
            owned.tryEmitNext(this::ask);
            assertThat(fleet.snapshot().servers()).as("it stays as it was").containsOnlyKeys("one", "bad");
            fleet.add(Scripted.server("two"));
            answer = name -> true;
            owned.tryEmitNext(this::ask);
            polled.clear();
            time.advance(Duration.ofSeconds(3));
            assertThat(polled).containsExactlyInAnyOrder("one", "two", "bad");
            fleet.remove("bad");
            fleet.remove("two");
        }
    }

    @Test
    void aClientThatCannotBeBuiltIsRefusedBeforeTheStartToo() {
        canBeBuilt = server -> !server.name().equals("bad");
        BbbFleet fleet = fleet();
        fleet.add(Scripted.server("one"));
        assertThatIllegalStateException()
                .isThrownBy(() -> fleet.add(Scripted.server("bad")))
                .withMessage("cannot be built");
        fleet.start();
        time.advance(Duration.ofSeconds(2));
        assertThat(polled).containsExactly("one");
        assertThat(built)
                .as("the client that was made to see whether it can be")
                .containsExactly("one");
    }

    @Test
    void aClientThatCannotBeBuiltOfAServerThatIsPolledElsewhereKeepsNoOtherFromBeingPolled() {
        BbbFleet fleet = fleet();
        owned.tryEmitNext(name -> false);
        fleet.start();
        canBeBuilt = server -> !server.name().equals("bad");
        fleet.add(Scripted.server("bad"));
        fleet.add(Scripted.server("one"));
        owned.tryEmitNext(name -> true);
        time.advance(Duration.ofSeconds(2));
        assertThat(polled).containsExactly("one");
        canBeBuilt = server -> true;
        owned.tryEmitNext(name -> true);
        time.advance(Duration.ofSeconds(2));
        assertThat(polled).containsExactlyInAnyOrder("one", "bad");
    }

    /** Several threads add, replace and remove while the ownership changes; in the end the last of each is what is polled. */
    @Test
    void whatIsPolledIsWhatWasSetLastThoughAllChangeAtOnce() throws Exception {
        BbbFleet fleet = fleet().start();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            String own = "t" + thread + "-";
            Random random = new Random(thread);
            ends.add(started(() -> {
                for (int i = 0; i < 2_000; i++) {
                    BbbServer server = Scripted.server(own + random.nextInt(20));
                    if (!fleet.remove(server.name())) {
                        fleet.add(server);
                        fleet.replace(server.withSecret(SharedSecret.of("s" + i)));
                    }
                }
            }));
        }
        ends.add(started(() -> {
            for (int i = 0; i < 300; i++) {
                int part = i;
                owned.tryEmitNext(name -> Math.floorMod(name.hashCode() + part, 3) != 0);
            }
        }));
        for (CompletableFuture<Void> end : ends) {
            end.get(60, TimeUnit.SECONDS);
        }
        owned.tryEmitNext(name -> name.hashCode() % 2 == 0);
        Set<String> known = new TreeSet<>(fleet.snapshot().servers().keySet());
        assertThat(known).isNotEmpty().allMatch(name -> name.hashCode() % 2 == 0);
        polled.clear();
        time.advance(Duration.ofSeconds(3));
        assertThat(new TreeSet<>(polled)).isEqualTo(known);
        owned.tryEmitNext(name -> true);
        polled.clear();
        time.advance(Duration.ofSeconds(3));
        assertThat(polled)
                .containsAll(known)
                .isEqualTo(fleet.snapshot().servers().keySet());
        fleet.disposeLater().block(Duration.ofSeconds(10));
        polled.clear();
        time.advance(Duration.ofSeconds(3));
        assertThat(polled).isEmpty();
    }

    private boolean ask(String name) {
        questions.add(name);
        return answer.test(name);
    }

    private BbbFleet fleet() {
        owned.tryEmitNext(this::ask);
        return time.fleet(PLAN, clients()).share(owned::asFlux).build();
    }

    private ClientSource clients() {
        Scripted scripted = new Scripted(server -> {
            polled.add(server.name());
            return Flux.just(Meetings.meeting("m"));
        });
        return new ClientSource() {
            @Override
            public BbbClient client(BbbServer server) {
                if (!canBeBuilt.test(server)) {
                    throw new IllegalStateException("cannot be built");
                }
                synchronized (built) {
                    built.add(server.name());
                }
                return scripted.client(server);
            }

            @Override
            public Mono<Void> dispose() {
                return Mono.empty();
            }
        };
    }

    private static CompletableFuture<Void> started(Work work) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        thread(() -> {
            try {
                work.run();
                end.complete(null);
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws Exception;
    }
}
