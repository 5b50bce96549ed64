// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.blueflux.fleet.BbbFleetBuilder;
import io.blueflux.parameter.Validation;
import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Clients as a fleet has them, without the fleet: a timer calls each at the fleet's interval, at a time of its own. One that still
 * waits for its answer is not called.
 */
final class BareLane implements Lane {
    private static final int SEED = 1;
    private static final int MOST_CONNECTIONS = 4_096;

    private final ConnectionProvider pools = ConnectionProvider.builder("bare")
            .maxConnections(MOST_CONNECTIONS)
            .pendingAcquireMaxCount(MOST_CONNECTIONS)
            .pendingAcquireTimeout(Duration.ofSeconds(10))
            .maxIdleTime(Duration.ofSeconds(50))
            .maxLifeTime(Duration.ofMinutes(10))
            .evictInBackground(Duration.ofSeconds(30))
            .build();
    private final Scheduler timer = Schedulers.newParallel("bare-timer");
    private final List<Caller> callers;
    private final Duration interval;
    private final List<Disposable> running = new ArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    BareLane(List<BbbServer> servers, Duration interval, LoopResources loops, Function<BbbClient, Mono<?>> call) {
        this.interval = interval;
        this.callers = servers.stream()
                .map(server -> BbbClient.builder(server)
                        .limits(BbbFleetBuilder.LIMITS)
                        .validation(Validation.LENIENT)
                        .loopResources(loops)
                        .connectionProvider(pools)
                        .build())
                .map(client -> new Caller(call.apply(client)))
                .toList();
    }

    @Override
    public void begin() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (Caller caller : callers) {
            long offset = random.nextLong(interval.toNanos());
            running.add(timer.schedulePeriodically(caller::call, offset, interval.toNanos(), TimeUnit.NANOSECONDS));
        }
    }

    @Override
    public void end() {
        running.forEach(Disposable::dispose);
        running.clear();
        Waits.until("the calls to end", () -> inFlight.get() == 0);
    }

    @Override
    public void check() {
        Throwable error = failure.get();
        if (error != null) {
            throw new IllegalStateException("a call failed", error);
        }
    }

    @Override
    public void close() {
        timer.dispose();
        pools.disposeLater().block();
    }

    private final class Caller {
        private final Mono<?> call;
        private volatile boolean waits;

        Caller(Mono<?> call) {
            this.call = call;
        }

        void call() {
            if (!waits) {
                waits = true;
                inFlight.incrementAndGet();
                Disposable unused = call.subscribe(answer -> {}, this::failed, this::ended);
            }
        }

        private void failed(Throwable error) {
            failure.compareAndSet(null, error);
            ended();
        }

        private void ended() {
            waits = false;
            inFlight.decrementAndGet();
        }
    }
}
