// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Subscribers who come and go, dawdle, and throw. */
final class Crowd {
    private static final Duration ARRIVALS = Duration.ofSeconds(1);
    private static final int LONGEST_SECONDS = 30;
    private static final int KINDS = 4;

    private final BbbFleet fleet;
    private final SplittableRandom random = new SplittableRandom(2);

    Crowd(BbbFleet fleet) {
        this.fleet = fleet;
    }

    void begin() {
        Disposable unused = Flux.interval(ARRIVALS).subscribe(tick -> come());
    }

    private void come() {
        Duration stay = Duration.ofMillis(random.nextInt(LONGEST_SECONDS * 1_000));
        int patience = random.nextInt(2_000);
        Disposable guest = switch (random.nextInt(KINDS)) {
            case 0 -> fleet.events().subscribe(event -> {}, error -> {});
            case 1 -> // dawdles
                fleet.events()
                        .concatMap(event -> Mono.delay(Duration.ofMillis(200)), 1)
                        .subscribe(event -> {}, error -> {});
            case 2 -> thrower(patience);
            default -> fleet.snapshots(Duration.ofMillis(100)).subscribe(snapshot -> {}, error -> {});
        };
        Disposable unused = Mono.delay(stay).subscribe(over -> guest.dispose());
    }

    private Disposable thrower(int patience) {
        AtomicInteger heard = new AtomicInteger();
        BaseSubscriber<FleetEvent> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnNext(FleetEvent event) {
                if (heard.incrementAndGet() > patience) {
                    throw new IllegalStateException("a subscriber that has enough");
                }
            }

            @Override
            protected void hookOnError(Throwable error) {}
        };
        fleet.events().subscribe(subscriber);
        return subscriber;
    }
}
