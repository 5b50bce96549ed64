// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.BbbException;
import io.blueflux.fleet.ServerState;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One findOrCreate: find, look, create, confirm. Run once; its steps come one after the other. */
final class Flight {
    private final PlacementTools tools;
    private final CreateRequest request;
    private final NewMeeting wanted;
    private final Passengers passengers;
    private final long start;
    private final Set<String> others = new LinkedHashSet<>(); // to be asked after a create
    private int creates;
    private boolean isClaimed; // where it is created all agree on

    // read by those who wait no longer, too
    private final Map<String, PlacementObstacle> without = new ConcurrentHashMap<>();
    private volatile Map<String, BbbException> createErrors = Map.of(); // in the order of the creates
    private volatile @Nullable String lost; // where the meeting may be, though nobody can say
    private volatile @Nullable Throwable doubt; // of the last create whose effect nobody knows

    /** Begins; nothing is created for nobody. */
    Flight(PlacementTools tools, CreateRequest request, NewMeeting wanted, Passengers passengers) {
        this.tools = tools;
        this.request = request;
        this.wanted = wanted;
        this.passengers = passengers;
        this.start = tools.start();
    }

    /** Returns the error of one who waits no longer. */
    RuntimeException late() {
        String server = passengers.server();
        return server == null ? end() : new MeetingUncertainException(wanted.meetingId(), server, doubt);
    }

    /** Returns the meeting; nothing if nobody wants it any more. */
    Mono<PlacedMeeting> run() {
        return new Finding(tools, wanted.meetingId()).run().flatMap(found -> {
            if (found.meeting() != null) {
                return Mono.just(found.meeting());
            }
            String server = found.lost();
            lost = server;
            return server != null && isKept(server)
                    ? Mono.error(new MeetingUnreachableException(wanted.meetingId(), List.of(server)))
                    : place();
        });
    }

    private boolean isKept(String server) {
        return tools.rules().onDown() == PlacementRules.OnDown.KEEP
                && tools.sites().state(server) == ServerState.DOWN;
    }

    private Mono<PlacedMeeting> place() {
        return Mono.defer(() -> {
            if (!passengers.isAny()) {
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
            return Mono.just(
                    tools.doubles().one(wanted.meetingId(), sight.found()).superseding(lost));
        }
        Candidate best = sight.decision().best();
        if (best == null) {
            return Mono.error(end());
        }
        sight.decision().candidates().forEach(each -> others.add(each.site().name()));
        others.addAll(sight.passedOver());
        return claimed(best.site().name()).flatMap(this::create);
    }

    /** Whoever was first to claim the meeting says where it goes, as far as it can go there. */
    private Mono<String> claimed(String server) {
        PlacementClaims claims = tools.claims();
        isClaimed = false;
        if (claims == null) {
            return Mono.just(server);
        }
        return UserCode.call(() ->
                        claims.claim(wanted.meetingId(), server, tools.rules().deadline()))
                .timeout(tools.rules().look().timeout(), tools.timer())
                .filter(this::mayBeOn)
                .doOnNext(winner -> isClaimed = true)
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

    private Mono<PlacedMeeting> create(String server) {
        if (!passengers.takeOff(server)) {
            return Mono.empty();
        }
        Reservation reservation = tools.ledger().reserve(server, wanted.meeting(), tools.now());
        if (reservation == null) {
            passengers.land();
            without.put(server, PlacementObstacle.CREATE_FAILED);
            return place();
        }
        creates++;
        return new Creating(tools, request, wanted, reservation)
                .run()
                .doOnTerminate(passengers::land)
                .flatMap(outcome -> created(server, outcome));
    }

    private Mono<PlacedMeeting> created(String server, Creating.Outcome outcome) {
        if (outcome.meeting() != null
                && tools.sites().entry(server) == null) { // removed meanwhile: nobody gets there any more
            lost = server;
            return place();
        }
        return switch (outcome.kind()) {
            case CREATED -> confirmed(server, Objects.requireNonNull(outcome.meeting()));
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
            Map<String, BbbException> errors = new LinkedHashMap<>(createErrors);
            errors.put(server, known);
            createErrors = errors; // not changed any more: who waits no longer may be reading it
        }
        without.put(server, PlacementObstacle.CREATE_FAILED);
        tools.hearing().tell(listener -> listener.onFailedOver(wanted.meetingId(), server, error));
        return place();
    }

    private Mono<PlacedMeeting> confirmed(String server, Meeting meeting) {
        PlacedMeeting placed = new PlacedMeeting(server, meeting, true, true, lost);
        return tools.rules().confirm() && !isClaimed
                ? new Confirming(tools, wanted.meetingId(), placed, others).run()
                : Mono.just(placed);
    }

    private RuntimeException end() {
        String server = lost;
        Throwable error = doubt;
        return error == null || server == null
                ? noServer()
                : new MeetingUncertainException(wanted.meetingId(), server, error);
    }

    private RuntimeException noServer() {
        return new NoServerException(
                tools.rule().explain(wanted, tools.sites().now(), without, tools.now()), createErrors);
    }
}
