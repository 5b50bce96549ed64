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
    private int ends; // how often it was told of a meeting that is just ending
    private boolean isRepeated; // after a doubt, create is sent once more at most
    private boolean isUnanswered; // a create was, and may yet have an effect

    /**
     * What became of it.
     *
     * @param kind what
     * @param meeting the meeting, if it is there
     * @param error what the create failed of, if it is not, or nobody knows
     */
    record Outcome(
            Kind kind, @Nullable Meeting meeting, @Nullable Throwable error) {

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
                .flatMap(answer -> answered(client, answer, begun))
                .onErrorResume(error -> failed(client, error, begun));
    }

    private Mono<Outcome> answered(BbbClient client, CreatedMeeting answer, long begun) {
        Meeting meeting = wanted.created(answer);
        return answer.isDuplicate() || meeting.hasEnded()
                ? exists(client, meeting, ending(), begun)
                : Mono.just(there(Outcome.Kind.CREATED, meeting));
    }

    private Mono<Outcome> failed(BbbClient client, Throwable error, long begun) {
        return switch (CreateFailure.of(error)) {
            case NOT_CREATED -> unlessUnanswered(Outcome.Kind.NOT_CREATED, client, error, begun);
            case REFUSED -> unlessUnanswered(Outcome.Kind.REFUSED, client, error, begun);
            case EXISTS -> exists(client, null, error, begun);
            case AMBIGUOUS -> {
                isUnanswered |= !(error instanceof ApiFailedException);
                yield doubt(client, error, begun);
            }
        };
    }

    /** What is said of this create says nothing of one before. */
    private Mono<Outcome> unlessUnanswered(Outcome.Kind kind, BbbClient client, Throwable error, long begun) {
        return isUnanswered ? doubt(client, error, begun) : Mono.just(surely(kind, error, begun));
    }

    /** There is one of this meetingID, as the server says; one that is just ending is waited for. */
    private Mono<Outcome> exists(BbbClient client, @Nullable Meeting meeting, Throwable error, long begun) {
        return tools.asking().ask(server, wanted.meetingId()).flatMap(reply -> {
            if (reply.meeting() != null) {
                return Mono.just(there(Outcome.Kind.THERE, reply.meeting()));
            }
            if (reply.kind() == Reply.Kind.LACKS && ends < QUESTIONS.size()) {
                return Mono.delay(QUESTIONS.get(ends++), tools.timer()).then(send(client));
            }
            if (meeting != null && !meeting.hasEnded()) {
                return Mono.just(there(Outcome.Kind.THERE, meeting));
            }
            return reply.kind() == Reply.Kind.LACKS
                    ? Mono.just(surely(Outcome.Kind.REFUSED, error, begun))
                    : doubt(client, error, begun);
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
                    if (reply.kind() == Reply.Kind.LACKS && CreateFailure.of(error) == CreateFailure.REFUSED) {
                        return Mono.just(new Outcome(Outcome.Kind.REFUSED, null, error)); // the doubt stays
                    }
                    return reply.kind() == Reply.Kind.LACKS && !isUnanswered
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
