// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.ServerLook;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Looks at servers, shared with all who look at the same time; the ledger takes what they answer. Never an error. Thread-safe. */
final class Looks {
    private final BbbFleet fleet;
    private final PlacementLedger ledger;
    private final Hearing hearing;
    private final PlacementRules.Look rule;
    private final Scheduler timer;
    private final Clock clock;

    Looks(
            BbbFleet fleet,
            PlacementLedger ledger,
            Hearing hearing,
            PlacementRules.Look rule,
            Scheduler timer,
            Clock clock) {
        this.fleet = fleet;
        this.ledger = ledger;
        this.hearing = hearing;
        this.rule = rule;
        this.timer = timer;
        this.clock = clock;
    }

    /** Returns those that did not answer. */
    Mono<Set<String>> at(Collection<String> servers) {
        return Flux.fromIterable(servers)
                .flatMap(this::at, Asking.CONCURRENCY, 1)
                .filter(seen -> !seen.isAnswered())
                .map(Seen::server)
                .collect(Collectors.toSet());
    }

    private Mono<Seen> at(String server) {
        return Mono.defer(() -> fleet.look(server, rule.age()))
                .timeout(rule.timeout(), timer)
                .map(Optional::of)
                .onErrorResume(error -> Mono.just(Optional.empty()))
                .map(look -> take(server, look));
    }

    private Seen take(String server, Optional<ServerLook> look) {
        look.ifPresent(ledger::looked);
        ledger.tried(server, clock.millis());
        hearing.tell(listener -> listener.onLooked(server, look.isPresent()));
        return new Seen(server, look.isPresent());
    }

    private record Seen(String server, boolean isAnswered) {}
}
