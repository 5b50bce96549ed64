// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.malformed;

import io.blueflux.SharedSecret;
import io.blueflux.model.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * The callback to {@code meta_bbb-recording-ready-url} (BBB API, "Recording ready"): a form with one signed token. A server
 * sends it once for each format that it has published, so several for one recording; it never repeats one that failed,
 * and takes 404 and 410 as "forget it". A server's own token does not expire; where one has {@code exp} or {@code nbf}, they
 * count, with {@link MeetingAnalytics#ALLOWED_SKEW}.
 *
 * @param meetingId {@code meeting_id}: the {@code meetingID} that the creator chose
 * @param recordId {@code record_id}
 */
public record RecordingReady(String meetingId, String recordId) {
    /** Refuses what is missing. */
    public RecordingReady {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(recordId, "recordId");
    }

    /**
     * Verifies and decodes the body of a callback of one BBB server.
     *
     * @param body the body's bytes as received
     * @param secret the server's shared secret
     * @return what the token says
     * @throws CallbackRefusedException if the token is not proved or does not count now, or the body cannot be read
     */
    public static RecordingReady verified(byte[] body, SharedSecret secret) {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(secret, "secret");
        return verified(body, JwtAlgorithm.HS256, List.of(secret));
    }

    /**
     * Verifies and decodes the body of a callback. Scalelite signs with an algorithm and a secret of its own.
     *
     * @param body the body's bytes as received
     * @param algorithm the one algorithm that is accepted
     * @param secrets one of them must have signed
     * @return what the token says
     * @throws CallbackRefusedException if the token is not proved or does not count now, or the body cannot be read
     */
    public static RecordingReady verified(byte[] body, JwtAlgorithm algorithm, List<SharedSecret> secrets) {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(secrets, "secrets");
        return verified(body, algorithm, secrets, Clock.systemUTC());
    }

    /**
     * Verifies and decodes the body of a callback, by a clock of the receiver's.
     *
     * @param body the body's bytes as received
     * @param algorithm the one algorithm that is accepted
     * @param secrets one of them must have signed
     * @param clock tells whether the token counts now
     * @return what the token says
     * @throws CallbackRefusedException if the token is not proved or does not count now, or the body cannot be read
     */
    public static RecordingReady verified(
            byte[] body, JwtAlgorithm algorithm, List<SharedSecret> secrets, Clock clock) {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(secrets, "secrets");
        Objects.requireNonNull(clock, "clock");
        String token = FormBody.parse(body).get("signed_parameters");
        if (token == null) {
            throw malformed("the body has no signed_parameters");
        }
        JsonValue claims = SignedToken.claims(token, algorithm, secrets);
        SignedToken.requireTimely(claims, clock);
        String meetingId = claims.revealText("meeting_id");
        String recordId = claims.revealText("record_id");
        if (meetingId == null || recordId == null) {
            throw malformed("the token has no meeting_id or no record_id");
        }
        return new RecordingReady(meetingId, recordId);
    }
}
