// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.MessageKey;
import io.blueflux.error.RequestBodyException;
import io.blueflux.fleet.placement.MeetingUncertainException;
import io.blueflux.fleet.placement.MeetingUnreachableException;
import io.blueflux.fleet.placement.NoServerException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * What a service tells its own callers when a call of Blueflux fails: the one mapping to HTTP statuses and problem details (RFC 9457).
 * The words are for strangers: no server's name, no answer of one is quoted; a {@code messageKey} is.
 *
 * <table>
 * <caption>Statuses</caption>
 * <tr><td>404</td><td>there is no such meeting, recording or user</td></tr>
 * <tr><td>409</td><td>it clashes with what is there: another meeting of that id, a full or an ended one</td></tr>
 * <tr><td>403</td><td>a guest is turned away, or the password is wrong</td></tr>
 * <tr><td>400</td><td>the body that was to be sent on broke off, or is not what it was said to be</td></tr>
 * <tr><td>503, with {@code Retry-After}</td><td>no server may take the meeting, or who has it does not answer; of other failures those
 *     that may pass</td></tr>
 * <tr><td>504</td><td>time ran out</td></tr>
 * <tr><td>502</td><td>anything else that a server or the way to it did wrong</td></tr>
 * </table>
 */
public final class BbbProblems {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Set<MessageKey> GONE = Set.of(
            MessageKey.NOT_FOUND,
            MessageKey.INVALID_MEETING_IDENTIFIER,
            MessageKey.INVALID_MEETING_ID,
            MessageKey.MEETING_NOT_FOUND,
            MessageKey.USER_NOT_FOUND,
            MessageKey.RECORDING_NOT_FOUND,
            MessageKey.INVALID_RECORDING_IDENTIFIER,
            MessageKey.NO_CAPTIONS_FOUND);

    private static final Set<MessageKey> CLASH = Set.of(
            MessageKey.ID_NOT_UNIQUE,
            MessageKey.NOT_UNIQUE_MEETING_ID,
            MessageKey.NON_UNIQUE_VOICE_BRIDGE,
            MessageKey.MISMATCH_CREATE_TIME,
            MessageKey.MISMATCH_CREATE_TIME_PARAM,
            MessageKey.MAX_PARTICIPANTS_REACHED,
            MessageKey.MEETING_FORCIBLY_ENDED,
            MessageKey.MEETING_POOL_REACHED,
            MessageKey.USER_POOL_REACHED);

    private static final Set<MessageKey> FORBIDDEN =
            Set.of(MessageKey.GUEST_DENIED_ACCESS, MessageKey.GUEST_DENY, MessageKey.INVALID_PASSWORD);

    private BbbProblems() {}

    /**
     * Maps the failure of a call.
     *
     * @param error what the call failed of
     * @return the problem, with status, detail and, where a server said one, {@code messageKey}
     */
    public static ProblemDetail of(BbbException error) {
        Objects.requireNonNull(error, "error");
        if (error instanceof ApiFailedException failed) {
            return answered(failed);
        }
        if (error instanceof CallTimeoutException) {
            return problem(HttpStatus.GATEWAY_TIMEOUT, "The conference server did not answer in time.");
        }
        if (error instanceof RequestBodyException) {
            return problem(HttpStatus.BAD_REQUEST, "The content that was to be sent on is not what it was said to be.");
        }
        return error.isTransient()
                ? problem(HttpStatus.SERVICE_UNAVAILABLE, "The conference server cannot be reached just now.")
                : problem(HttpStatus.BAD_GATEWAY, "The conference server did not answer as it should.");
    }

    /**
     * Maps that no server may take a meeting.
     *
     * @param error what the placement failed of
     * @return the problem, with status 503
     */
    public static ProblemDetail of(NoServerException error) {
        Objects.requireNonNull(error, "error");
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "No conference server can take the meeting just now.");
    }

    /**
     * Maps that the server of a meeting does not answer.
     *
     * @param error what the call failed of
     * @return the problem, with status 503
     */
    public static ProblemDetail of(MeetingUnreachableException error) {
        Objects.requireNonNull(error, "error");
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "The meeting cannot be reached just now.");
    }

    /**
     * Maps that nobody knows whether a meeting was created.
     *
     * @param error what the placement failed of
     * @return the problem, with status 503
     */
    public static ProblemDetail of(MeetingUncertainException error) {
        Objects.requireNonNull(error, "error");
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "It is not known yet whether the meeting was created.");
    }

    /**
     * Makes an answer of a problem; one of status 503 says after how many seconds to ask again.
     *
     * @param problem the problem
     * @return the answer
     */
    public static ResponseEntity<ProblemDetail> response(ProblemDetail problem) {
        Objects.requireNonNull(problem, "problem");
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(PAUSE.toSeconds()));
        }
        return answer.body(problem);
    }

    private static ProblemDetail answered(ApiFailedException failed) {
        ProblemDetail problem = answeredWithoutKey(failed);
        if (failed.messageKey() != null) {
            problem.setProperty("messageKey", failed.messageKey());
        }
        return problem;
    }

    private static ProblemDetail answeredWithoutKey(ApiFailedException failed) {
        if (has(failed, GONE)) {
            return problem(HttpStatus.NOT_FOUND, "There is no such meeting, recording or user.");
        }
        if (has(failed, CLASH)) {
            return problem(HttpStatus.CONFLICT, "The meeting as it is does not allow this.");
        }
        if (has(failed, FORBIDDEN)) {
            return problem(HttpStatus.FORBIDDEN, "The meeting does not let this user in.");
        }
        return failed.isTransient()
                ? problem(HttpStatus.SERVICE_UNAVAILABLE, "The conference server has trouble of its own just now.")
                : problem(HttpStatus.BAD_GATEWAY, "The conference server refused the call.");
    }

    private static boolean has(ApiFailedException failed, Set<MessageKey> keys) {
        return keys.stream().anyMatch(failed::has);
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
