// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.PrintableText;
import io.blueflux.error.ApiFailedException;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.CreateRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Creates a meeting on one server, and finds out what became of it. A create that ended in doubt is first remembered as one that may
 * yet have an effect, then the same server is asked, and only what it says changes that.
 */
final class Creating {
    /** How long is waited before each question after a create that ended in doubt. */
    private static final List<Duration> QUESTIONS =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** For so long a create that nobody answered may yet have an effect. */
    private static final Duration DOUBT = Duration.ofMinutes(10);

    private final PlacementTools tools;
    private final CreateRequest request;
    private final NewMeeting wanted;
    private final Reservation reservation;
    private final String server;
    private boolean isRepeated; // creates are sent once more at most

    /**
     * What became of it.
     *
     * @param kind what
     * @param meeting the meeting, if it is there
     * @param error what the create failed of, if it is not, or nobody knows
     */
    record Outcome(Kind kind, @Nullable Meeting meeting, @Nullable Throwable error) {

        /** What may become of a create. */
        enum Kind {
            /** It was created by this create: the server said so. */
            CREATED,
            /** It is there; a create before may have made it, or this one. */
            THERE,
            /** It is surely not there. */
            NOT_CREATED,
            /** What was asked for is at fault. */
            REFUSED,
            /** Nobody knows. */
            DOUBT
        }
    }

    Creating(PlacementTools tools, CreateRequest request, NewMeeting wanted, Reservation reservation) {
        this.tools = tools;
        this.request = request;
        this.wanted = wanted;
        this.reservation = reservation;
        this.server = reservation.server();
    }

    /** Returns the create; never an error. */
    Mono<Outcome> run() {
        return Mono.defer(() -> {
            BbbClient client;
            try {
                client = tools.fleet().client(server);
            } catch (IllegalArgumentException e) { // it left the fleet
                return Mono.just(surely(Outcome.Kind.NOT_CREATED, e, tools.now()));
            }
            return send(client);
        });
    }

    private Mono<Outcome> send(BbbClient client) {
        long begun = tools.now();
        return Mono.defer(() -> client.create(request))
                .flatMap(answer -> answered(client, answer))
                .onErrorResume(error -> failed(client, error, begun));
    }

    private Mono<Outcome> answered(BbbClient client, CreatedMeeting answer) {
        Meeting meeting = wanted.created(answer);
        return answer.isDuplicate() || CountedMeeting.isOver(meeting)
                ? exists(client, meeting, null)
                : Mono.just(there(isRepeated ? Outcome.Kind.THERE : Outcome.Kind.CREATED, meeting));
    }

    private Mono<Outcome> failed(BbbClient client, Throwable error, long begun) {
        return switch (CreateFailure.of(error)) {
            case NOT_CREATED ->
                isRepeated ? doubt(client, error, begun) : Mono.just(surely(Outcome.Kind.NOT_CREATED, error, begun));
            case REFUSED ->
                isRepeated ? doubt(client, error, begun) : Mono.just(surely(Outcome.Kind.REFUSED, error, begun));
            case EXISTS -> exists(client, null, error);
            case AMBIGUOUS -> doubt(client, error, begun);
        };
    }

    /** There is one of this meetingID, as the server says; one that is just ending is waited for, once. */
    private Mono<Outcome> exists(BbbClient client, @Nullable Meeting meeting, @Nullable Throwable error) {
        return tools.asking().ask(server, wanted.meetingId()).flatMap(reply -> {
            if (reply.meeting() != null) {
                return Mono.just(there(Outcome.Kind.THERE, reply.meeting()));
            }
            if (reply.kind() == Reply.Kind.LACKS && !isRepeated) {
                isRepeated = true;
                return Mono.delay(QUESTIONS.get(0), tools.timer()).then(send(client));
            }
            if (meeting != null && !CountedMeeting.isOver(meeting)) {
                return Mono.just(there(Outcome.Kind.THERE, meeting));
            }
            return Mono.just(surely(Outcome.Kind.REFUSED, error == null ? ending() : error, tools.now()));
        });
    }

    /** Asks the same server, until it says something or was asked often enough. */
    private Mono<Outcome> doubt(BbbClient client, Throwable error, long begun) {
        tools.ledger().doubted(reservation, tools.now() + DOUBT.toMillis());
        tools.hearing().tell(listener -> listener.onAmbiguous(wanted.meetingId(), server, error));
        return question(client, error, begun, 0);
    }

    private Mono<Outcome> question(BbbClient client, Throwable error, long begun, int number) {
        if (number == QUESTIONS.size()) {
            tools.ledger().failed(server, begun, tools.now());
            return Mono.just(new Outcome(Outcome.Kind.DOUBT, null, error));
        }
        return Mono.delay(QUESTIONS.get(number), tools.timer())
                .then(tools.asking().ask(server, wanted.meetingId()))
                .flatMap(reply -> {
                    if (reply.meeting() != null) {
                        return Mono.just(there(Outcome.Kind.THERE, reply.meeting()));
                    }
                    if (reply.kind() == Reply.Kind.LACKS && !isRepeated) {
                        isRepeated = true;
                        return send(client); // creates nothing if the first one did
                    }
                    return reply.kind() == Reply.Kind.LACKS && error instanceof ApiFailedException
                            ? Mono.just(surely(Outcome.Kind.NOT_CREATED, error, begun))
                            : question(client, error, begun, number + 1);
                });
    }

    private Outcome there(Outcome.Kind kind, Meeting meeting) {
        tools.ledger().created(reservation, wanted.placed(tools.rules(), meeting, tools.now()), tools.now());
        return new Outcome(kind, meeting, null);
    }

    /** The meeting is surely not there; what was asked for is no fault of the server. */
    private Outcome surely(Outcome.Kind kind, Throwable error, long begun) {
        tools.ledger().released(reservation);
        if (kind == Outcome.Kind.NOT_CREATED) {
            tools.ledger().failed(server, begun, tools.now());
        }
        return new Outcome(kind, null, error);
    }

    private Throwable ending() {
        return new IllegalStateException("a meeting " + PrintableText.line(wanted.meetingId()) + " is just ending on "
                + PrintableText.line(server));
    }
}
