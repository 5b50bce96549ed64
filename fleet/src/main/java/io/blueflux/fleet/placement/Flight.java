// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.BbbException;
import io.blueflux.fleet.ServerState;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One findOrCreate: find, look, create, confirm. Run once; its steps come one after the other. */
final class Flight {
    private final PlacementTools tools;
    private final CreateRequest request;
    private final NewMeeting wanted;
    private final BooleanSupplier isAwaited;
    private final long start;
    private final Map<String, PlacementObstacle> without = new LinkedHashMap<>();
    private final Map<String, BbbException> createErrors = new LinkedHashMap<>();
    private int creates;
    private @Nullable String lost; // where the meeting may be, though nobody can say
    private @Nullable Throwable doubt; // of the last create whose effect nobody knows
    private volatile boolean onWire;

    /** Begins; nothing is created for nobody. */
    Flight(PlacementTools tools, CreateRequest request, NewMeeting wanted, BooleanSupplier isAwaited) {
        this.tools = tools;
        this.request = request;
        this.wanted = wanted;
        this.isAwaited = isAwaited;
        this.start = tools.start();
    }

    /** Tells whether a create is on its way, which is not to be cancelled. */
    boolean isOnWire() {
        return onWire;
    }

    /** Returns the error of one who waits no longer. */
    RuntimeException late() {
        return onWire || doubt != null
                ? new MeetingUncertainException(wanted.meetingId(), lost == null ? "its server" : lost, doubt)
                : noServer();
    }

    /** Returns the meeting; nothing if nobody wants it any more. */
    Mono<PlacedMeeting> run() {
        return new Finding(tools, wanted.meetingId()).run().flatMap(found -> {
            if (found.meeting() != null) {
                return Mono.just(found.meeting());
            }
            lost = found.lost();
            return isKept() ? Mono.error(new MeetingUnreachableException(wanted.meetingId(), List.of(lost))) : place();
        });
    }

    private boolean isKept() {
        return lost != null
                && tools.rules().onDown() == PlacementRules.OnDown.KEEP
                && tools.sites().state(lost) == ServerState.DOWN;
    }

    private Mono<PlacedMeeting> place() {
        return Mono.defer(() -> {
            if (!isAwaited.getAsBoolean()) {
                return Mono.empty();
            }
            if (creates == tools.rules().createAttempts()
                    || tools.since(start).compareTo(tools.rules().deadline()) >= 0) {
                return Mono.error(end());
            }
            return new Looking(tools, wanted, without).run().flatMap(this::decided);
        });
    }

    private Mono<PlacedMeeting> decided(Looking.Sight sight) {
        if (!sight.found().isEmpty()) {
            return Mono.just(tools.doubles().one(wanted.meetingId(), sight.found()).superseding(lost));
        }
        Candidate best = sight.decision().best();
        if (best == null) {
            return Mono.error(end());
        }
        List<String> candidates = new ArrayList<>();
        sight.decision().candidates().forEach(each -> candidates.add(each.site().name()));
        return claimed(best.site().name()).flatMap(server -> create(server, candidates));
    }

    /** Whoever was first to claim the meeting says where it goes, as far as it can go there. */
    private Mono<String> claimed(String server) {
        PlacementClaims claims = tools.claims();
        if (claims == null) {
            return Mono.just(server);
        }
        return Mono.defer(() -> UserCode.tame(
                        () -> claims.claim(wanted.meetingId(), server, tools.rules().deadline())))
                .timeout(tools.rules().look().timeout(), tools.timer())
                .filter(this::mayBeOn)
                .onErrorResume(error -> {
                    UserCode.log("the claims of the placement failed; it goes on without", error);
                    return Mono.empty();
                })
                .defaultIfEmpty(server);
    }

    private boolean mayBeOn(String server) {
        return tools.sites().entry(server) != null
                && !without.containsKey(server)
                && tools.sites().state(server) != ServerState.DOWN;
    }

    private Mono<PlacedMeeting> create(String server, List<String> candidates) {
        Reservation reservation = tools.ledger().reserve(server, wanted.meeting(), tools.now());
        if (reservation == null) {
            without.put(server, PlacementObstacle.CREATE_FAILED);
            return place();
        }
        creates++;
        onWire = true;
        return new Creating(tools, request, wanted, reservation)
                .run()
                .doOnTerminate(() -> onWire = false)
                .flatMap(outcome -> created(server, outcome, candidates));
    }

    private Mono<PlacedMeeting> created(String server, Creating.Outcome outcome, List<String> candidates) {
        return switch (outcome.kind()) {
            case CREATED -> confirmed(server, Objects.requireNonNull(outcome.meeting()), candidates);
            case THERE ->
                Mono.just(PlacedMeeting.found(server, Objects.requireNonNull(outcome.meeting()))
                        .superseding(lost));
            case REFUSED -> Mono.error(Objects.requireNonNull(outcome.error()));
            case NOT_CREATED -> failedOver(server, Objects.requireNonNull(outcome.error()));
            case DOUBT -> {
                lost = server;
                doubt = outcome.error();
                without.put(server, PlacementObstacle.CREATE_FAILED);
                yield place();
            }
        };
    }

    private Mono<PlacedMeeting> failedOver(String server, Throwable error) {
        if (error instanceof BbbException known) {
            createErrors.put(server, known);
        }
        without.put(server, PlacementObstacle.CREATE_FAILED);
        tools.hearing().tell(listener -> listener.onFailedOver(wanted.meetingId(), server, error));
        return place();
    }

    private Mono<PlacedMeeting> confirmed(String server, Meeting meeting, List<String> candidates) {
        PlacedMeeting placed = new PlacedMeeting(server, meeting, true, true, lost);
        return tools.rules().confirm() && tools.claims() == null
                ? new Confirming(tools, wanted.meetingId(), placed, candidates).run()
                : Mono.just(placed);
    }

    private RuntimeException end() {
        return doubt == null || lost == null
                ? noServer()
                : new MeetingUncertainException(wanted.meetingId(), lost, doubt);
    }

    private RuntimeException noServer() {
        return new NoServerException(
                tools.rule().explain(wanted, tools.sites().now(), without, tools.now()), createErrors);
    }
}
