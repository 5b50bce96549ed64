// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.RedirectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Signal;

/**
 * What a call made of a recorded answer, and whether that is right.
 *
 * @param values what was handed over
 * @param error the error after them, if any
 */
record RecordedOutcome(List<Object> values, @Nullable Throwable error) {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(50);
    private static final Set<ApiCall> JSON_CALLS = Set.of(
            ApiCall.GET_RECORDING_TEXT_TRACKS,
            ApiCall.PUT_RECORDING_TEXT_TRACK,
            ApiCall.GET_JOIN_URL,
            ApiCall.LEARNING_DASHBOARD);

    static RecordedOutcome of(BbbClient client, ApiCall call) {
        List<Object> values = new ArrayList<>();
        Throwable error = null;
        for (Signal<?> signal : Objects.requireNonNull(
                RecordedCalls.send(client, call).materialize().collectList().block(LONG_ENOUGH))) {
            if (signal.isOnNext()) {
                values.add(signal.get());
            } else {
                error = signal.getThrowable();
            }
        }
        return new RecordedOutcome(values, error);
    }

    /** Compares with what other parsers make of the same bytes. */
    void verify(RecordedCase recorded, ApiCall call) {
        if (recorded.status() / 100 == 3) {
            verifyRedirect(recorded, call);
        } else if (recorded.status() != 200) {
            verifyStatus(recorded);
        } else if (recorded.text().stripLeading().startsWith("{")) {
            verifyJson(recorded, call);
        } else {
            verifyXml(recorded, call);
        }
        if (error instanceof BbbException ours) {
            assertThat(ours.call()).isEqualTo(call.toString());
            assertThat(ours.isTransient()).isEqualTo(isTransient(recorded));
        }
    }

    /** A gateway's word, or the webhooks' that their own store failed. */
    private static boolean isTransient(RecordedCase recorded) {
        return Set.of(429, 502, 503, 504).contains(recorded.status())
                || recorded.text().contains("<messageKey>createHookError<")
                || recorded.text().contains("<messageKey>destroyHookError<");
    }

    /** A redirect is an error, but for join one that names its errors or a session. */
    private void verifyRedirect(RecordedCase recorded, ApiCall call) {
        RecordedRedirect redirect = new RecordedRedirect(recorded);
        if (call.equals(ApiCall.JOIN) && !redirect.errors().isEmpty()) {
            verifyFailed(redirect.errors());
        } else if (call.equals(ApiCall.JOIN) && redirect.sessionToken() != null) {
            verifyValues(List.of(redirect.joined()));
        } else {
            assertThat(error).isInstanceOf(RedirectedException.class);
            RedirectedException redirected = (RedirectedException) Objects.requireNonNull(error);
            assertThat(redirected.status()).isEqualTo(recorded.status());
            assertThat(redirected.targetHost()).isEqualTo(redirect.targetHost());
            assertThat(values).isEmpty();
        }
    }

    private void verifyStatus(RecordedCase recorded) {
        RecordedElement root = RecordedElement.read(recorded.body());
        if (root != null && root.isClosed() && root.name.equals("response")) {
            verifyFailed(reasons(root));
        } else {
            assertThat(error).isInstanceOf(HttpStatusException.class);
            assertThat(((HttpStatusException) Objects.requireNonNull(error)).status())
                    .isEqualTo(recorded.status());
        }
        assertThat(values).isEmpty();
    }

    private void verifyJson(RecordedCase recorded, ApiCall call) {
        RecordedElement whole = RecordedElement.readJson(recorded.body());
        RecordedElement response = whole == null ? null : whole.last("response");
        RecordedElement root = response == null ? whole : response;
        if (root == null) {
            verifyMalformed(List.of());
            return;
        }
        boolean succeeds = Set.of("SUCCESS", "none").contains(returncode(root, call));
        if (!succeeds && root.text("returncode") != null) {
            verifyFailed(reasons(root));
        } else if (succeeds && (JSON_CALLS.contains(call) || isKnownByNameOnly(call))) {
            verifyValues(RecordedValues.of(call, root, recorded.headers("Set-Cookie")));
        } else {
            verifyMalformed(List.of());
        }
    }

    private void verifyXml(RecordedCase recorded, ApiCall call) {
        RecordedElement root = RecordedElement.read(recorded.body());
        if (root == null || !(root.name.equals("response") || isKnownByNameOnly(call))) {
            verifyMalformed(List.of());
        } else if (!root.isClosed()) {
            verifyMalformed(RecordedValues.of(call, root, List.of()));
        } else if (isOfRoot(root, call)) {
            verifyMalformed(List.of());
        } else if (Set.of("SUCCESS", "none").contains(returncode(root, call))) {
            verifyValues(RecordedValues.of(call, root, recorded.headers("Set-Cookie")));
        } else {
            verifyFailed(reasons(root));
            assertThat(((ApiFailedException) Objects.requireNonNull(error)).returncode())
                    .isEqualTo(root.text("returncode"));
        }
    }

    /** A server that knows the call, but not the method, answers the version. */
    private static boolean isOfRoot(RecordedElement root, ApiCall call) {
        return root.text("version") != null
                && "SUCCESS".equals(root.text("returncode"))
                && !call.equals(ApiCall.VERSION)
                && !isKnownByNameOnly(call);
    }

    /** An answer to a call that is known by its name only need not have a returncode. */
    private static String returncode(RecordedElement root, ApiCall call) {
        return Objects.requireNonNullElse(root.text("returncode"), isKnownByNameOnly(call) ? "none" : "");
    }

    private static boolean isKnownByNameOnly(ApiCall call) {
        return !ApiCall.values().contains(call);
    }

    private void verifyValues(List<Object> expected) {
        assertThat(error).isNull();
        assertThat(values).isEqualTo(expected);
    }

    private void verifyMalformed(List<Object> before) {
        assertThat(error).isInstanceOf(MalformedResponseException.class);
        assertThat(values).isEqualTo(before);
    }

    private void verifyFailed(List<ApiError> reasons) {
        assertThat(error).isInstanceOf(ApiFailedException.class);
        assertThat(((ApiFailedException) Objects.requireNonNull(error)).errors())
                .isEqualTo(reasons);
        assertThat(values).isEmpty();
    }

    private static List<ApiError> reasons(RecordedElement root) {
        List<ApiError> reasons = new ArrayList<>();
        if (root.text("messageKey") != null || root.text("message") != null) {
            reasons.add(reason(root.text("messageKey"), root.text("message")));
        }
        for (RecordedElement element : root.within("errors", "error")) {
            String key = element.text("key");
            String message = element.text("message");
            reasons.add(reason(
                    key == null ? element.attributes.get("key") : key,
                    message == null ? element.attributes.get("message") : message));
        }
        return reasons;
    }

    private static ApiError reason(@Nullable String key, @Nullable String message) {
        return new ApiError(key == null ? "" : key, message == null ? "" : message);
    }
}
