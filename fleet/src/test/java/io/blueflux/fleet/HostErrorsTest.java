// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.reactor.BbbClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Every place where a fleet calls its host's code, and all that may be thrown there: it ends there. */
class HostErrorsTest {
    private static final BbbServer ONE = Scripted.server("one");
    private static final BbbServer TWO = Scripted.server("two");

    private final VirtualTime time = new VirtualTime();
    private final Map<String, AtomicInteger> polls = new ConcurrentHashMap<>();
    private Place place = Place.EVENTS_NEXT;
    private Throwable thrown = new Error();
    private boolean armed;

    enum Place {
        EVENTS_NEXT,
        REPORTS_NEXT,
        SNAPSHOTS_NEXT,
        STREAM_SUBSCRIBED,
        STREAM_COMPLETED,
        NEXT_AND_ERROR,
        CLOCK,
        TIMER_NOW,
        TIMER_DISPOSED,
        SHARE,
        SHARE_SUBSCRIBED,
        SHARE_ERROR,
        PREDICATE,
        ON_POLLED,
        ON_LEFT,
        TASK,
        TASK_SUBSCRIBED,
        TASK_ERROR,
        TASK_CANCELLED,
        CLIENT,
        CALL,
        CALL_SUBSCRIBED,
        CALL_ERROR,
        CALL_CANCELLED,
        STOPPED,
        DISPOSED,
        LOG
    }

    /** Who throws too where the log does, so that there is something to log. */
    private static final Set<Place> BESIDE_LOG =
            EnumSet.of(Place.CLOCK, Place.TIMER_NOW, Place.ON_POLLED, Place.ON_LEFT, Place.CALL, Place.TASK_CANCELLED);

    private final Logger log = (Logger) LoggerFactory.getLogger(BbbFleet.class);
    private final BadAppender appender = new BadAppender();

    @BeforeEach
    void listen() {
        log.addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(appender);
    }

    static Stream<Arguments> matrix() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(
                                new IllegalStateException("thrown by the host"),
                                new AssertionError("thrown by the host"),
                                new NoClassDefFoundError("thrown by the host"),
                                new StackOverflowError("thrown by the host"),
                                new OutOfMemoryError("thrown by the host"))
                        .map(thrown -> Arguments.of(place, thrown)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void whateverTheHostThrowsEndsThereAndNothingElse(Place where, Throwable what) {
        place = where;
        thrown = what;
        try {
            run();
        } catch (VirtualMachineError e) { // which would end the run of all tests
            throw new AssertionError("it reached the caller", e);
        }
    }

    private void run() {
        List<FleetEvent> events = new ArrayList<>();
        AtomicInteger completed = new AtomicInteger();
        AtomicInteger stopped = new AtomicInteger();
        BbbFleet fleet = builder().build().start();
        fleet.events().doOnComplete(completed::incrementAndGet).subscribe(events::add);
        fleet.add(ONE);
        fleet.add(TWO);
        time.advance(Duration.ofSeconds(3));

        armed = true;
        Bad<FleetEvent> badEvents = new Bad<>(Place.EVENTS_NEXT);
        Bad<ServerReport> badReports = new Bad<>(Place.REPORTS_NEXT);
        Bad<FleetSnapshot> badSnapshots = new Bad<>(Place.SNAPSHOTS_NEXT);
        HostCode.call("events", () -> fleet.events().subscribe(badEvents));
        HostCode.call("reports", () -> fleet.reports().subscribe(badReports));
        HostCode.call("snapshots", () -> fleet.snapshots(Duration.ofSeconds(1)).subscribe(badSnapshots));
        fleet.stop().subscribe(new Bad<>(Place.STOPPED));
        fleet.stop().doOnTerminate(stopped::incrementAndGet).subscribe();
        time.advance(Duration.ofSeconds(6));
        assertThat(stopped).hasValue(1);
        fleet.start();
        HostCode.call("replace", () -> fleet.replace(ONE.withSecret(SharedSecret.of("another"))));
        HostCode.call("add", () -> fleet.add(Scripted.server("three")));
        time.advance(Duration.ofSeconds(2));
        fleet.remove("three");
        polls.clear();
        time.advance(Duration.ofSeconds(5));
        assertThat(polls("two")).as("the other server, meanwhile").isBetween(4, 6);
        assertThat(polls("one")).as("no hot loop").isLessThan(7);

        armed = false;
        HostCode.call("replace", () -> fleet.replace(ONE));
        time.advance(Duration.ofSeconds(130));
        polls.clear();
        time.advance(Duration.ofSeconds(5));
        assertThat(polls("one")).isBetween(4, 6);
        assertThat(polls("two")).isBetween(4, 6);
        assertThat(fleet.load()).isEqualTo(new PollLoad(0, 0, 0, 0));
        int before = events.size();
        fleet.drain("one");
        assertThat(events).as("the other subscriber hears on").hasSize(before + 1);
        List.of(badEvents, badReports, badSnapshots).forEach(Bad::check);

        armed = true;
        fleet.disposeLater().subscribe(new Bad<>(Place.DISPOSED));
        AtomicInteger disposed = new AtomicInteger();
        fleet.disposeLater().doOnTerminate(disposed::incrementAndGet).subscribe();
        fleet.stop().doOnTerminate(disposed::incrementAndGet).subscribe();
        time.advance(Duration.ofSeconds(6));
        assertThat(disposed).hasValue(2);
        assertThat(completed).hasValue(1);
        assertThat(closed).as("connections and threads").hasValue(1);
    }

    private final AtomicInteger closed = new AtomicInteger();

    private void at(Place here) {
        if (armed && (place == here || (place == Place.LOG && BESIDE_LOG.contains(here)))) {
            throw HostCode.sneaky(thrown);
        }
    }

    private int polls(String server) {
        return polls.getOrDefault(server, new AtomicInteger()).get();
    }

    private BbbFleetBuilder builder() {
        PollPlan plan = PollPlan.of(PollSchedule.every(Duration.ofSeconds(1)).withMaxBackoff(Duration.ofSeconds(2)))
                .withVersionEvery(0)
                .withDeadline(Duration.ofMillis(800));
        return BbbFleet.builder(plan)
                .timer(new Timer())
                .clock(new BadClock())
                .clientSource(new Clients())
                .drainTimeout(Duration.ofSeconds(2))
                .share(new Share())
                .task(fleet -> {
                    at(Place.TASK);
                    return task();
                });
    }

    private Publisher<?> task() {
        return Flux.defer(() -> {
            at(Place.TASK_SUBSCRIBED);
            Flux<?> running = Flux.never().doOnCancel(() -> at(Place.TASK_CANCELLED));
            return armed && place == Place.TASK_ERROR ? Flux.error(thrown) : running;
        });
    }

    /** Who throws wherever a subscriber can. */
    private final class Bad<T> implements CoreSubscriber<T> {
        private final Place next;
        private int values;
        private int ends;

        Bad(Place next) {
            this.next = next;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            at(Place.STREAM_SUBSCRIBED);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T value) {
            values++;
            at(next);
            at(Place.NEXT_AND_ERROR);
        }

        @Override
        public void onError(Throwable error) {
            ends++;
            at(Place.NEXT_AND_ERROR);
        }

        @Override
        public void onComplete() {
            ends++;
            at(next);
            at(Place.STREAM_COMPLETED);
        }

        void check() {
            boolean throwsInNext = place == next || place == Place.NEXT_AND_ERROR;
            boolean ended = throwsInNext || place == Place.STREAM_SUBSCRIBED;
            assertThat(ends).as("ends told").isEqualTo(ended ? 1 : 0);
            if (throwsInNext) {
                assertThat(values).isOne();
            }
        }
    }

    private final class Share implements FleetShare {
        @Override
        public Flux<Predicate<String>> owned() {
            at(Place.SHARE);
            return Flux.defer(() -> {
                at(Place.SHARE_SUBSCRIBED);
                Flux<Predicate<String>> mine = Flux.just(name -> {
                    if (name.equals("one")) {
                        at(Place.PREDICATE);
                    }
                    return true;
                });
                return mine.concatWith(armed && place == Place.SHARE_ERROR ? Mono.error(thrown) : Mono.empty());
            });
        }

        @Override
        public void onPolled(String server) {
            at(Place.ON_POLLED);
        }

        @Override
        public void onLeft(String server) {
            at(Place.ON_LEFT);
        }
    }

    private final class Clients implements ClientSource {
        private final Scripted scripted = new Scripted(server -> {
            polls.computeIfAbsent(server.name(), name -> new AtomicInteger()).incrementAndGet();
            if (server.name().equals("one")) {
                at(Place.CALL_SUBSCRIBED);
                if (armed && place == Place.CALL_ERROR) {
                    return Flux.error(thrown);
                }
                if (armed && place == Place.CALL_CANCELLED) {
                    return Flux.<io.blueflux.model.Meeting>never().doOnCancel(() -> at(Place.CALL_CANCELLED));
                }
            }
            return Flux.just(Meetings.meeting("m"));
        });

        @Override
        public BbbClient client(BbbServer server) {
            if (!server.name().equals("two")) {
                at(Place.CLIENT);
            }
            BbbClient client = scripted.client(server);
            return (BbbClient) java.lang.reflect.Proxy.newProxyInstance(
                    BbbClient.class.getClassLoader(), new Class<?>[] {BbbClient.class}, (proxy, method, arguments) -> {
                        if (server.name().equals("one") && method.getName().equals("getMeetings")) {
                            at(Place.CALL);
                        }
                        return method.invoke(client, arguments);
                    });
        }

        @Override
        public Mono<Void> dispose() {
            return Mono.fromRunnable(closed::incrementAndGet);
        }
    }

    private final class BadAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
        @Override
        public void doAppend(ILoggingEvent event) {
            at(Place.LOG);
        }

        @Override
        protected void append(ILoggingEvent event) {}
    }

    private final class BadClock extends Clock {
        @Override
        public Instant instant() {
            at(Place.CLOCK);
            return time.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Timer implements Scheduler {
        @Override
        public long now(TimeUnit unit) {
            if (polls("two") % 2 == 1) {
                at(Place.TIMER_NOW);
            }
            return time.scheduler().now(unit);
        }

        @Override
        public Disposable schedule(Runnable task) {
            return time.scheduler().schedule(task);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            Disposable scheduled = time.scheduler().schedule(task, delay, unit);
            return () -> {
                at(Place.TIMER_DISPOSED);
                scheduled.dispose();
            };
        }

        @Override
        public Worker createWorker() {
            return time.scheduler().createWorker();
        }
    }
}
