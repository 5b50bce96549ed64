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
import io.blueflux.request.CreateRequest;
import io.blueflux.request.RecordingsQuery;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;

/**
 * What a call made of a recorded answer, and whether that is right.
 *
 * @param values what was handed over
 * @param error the error after them, if any
 */
record RecordedOutcome(List<Object> values, @Nullable Throwable error) {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(50);
    private static final Pattern JSON_MEMBER = Pattern.compile("\"(messageKey|message)\"\\s*:\\s*\"([^\"]*)\"");

    static RecordedOutcome of(BbbClient client, ApiCall call) {
        List<Object> values = new ArrayList<>();
        Throwable error = null;
        for (Signal<?> signal : Objects.requireNonNull(
                send(client, call).materialize().collectList().block(LONG_ENOUGH))) {
            if (signal.isOnNext()) {
                values.add(signal.get());
            } else {
                error = signal.getThrowable();
            }
        }
        return new RecordedOutcome(values, error);
    }

    private static Flux<?> send(BbbClient client, ApiCall call) {
        return switch (call.toString()) {
            case "version" -> client.version().flux();
            case "create" ->
                client.create(CreateRequest.builder("m-1", "Meeting").build()).flux();
            case "isMeetingRunning" -> client.isMeetingRunning("m-1").flux();
            case "end" -> client.end("m-1").flux();
            case "getMeetings" -> client.getMeetings();
            case "getMeetingInfo" -> client.getMeetingInfo("m-1").flux();
            case "getRecordings" -> client.getRecordings(RecordingsQuery.all());
            case "deleteRecordings" -> client.deleteRecordings("r-1").flux();
            default -> throw new IllegalArgumentException("not sent: " + call);
        };
    }

    /** Compares with what the JDK's parser makes of the same bytes. */
    void verify(RecordedCase recorded, ApiCall call) {
        if (recorded.status() != 200) {
            verifyStatus(recorded);
        } else if (recorded.text().stripLeading().startsWith("{")) {
            verifyFailed(jsonReasons(recorded.text()));
        } else {
            verifyXml(RecordedElement.read(recorded.body()), call);
        }
        if (error instanceof BbbException ours) {
            assertThat(ours.call()).isEqualTo(call.toString());
            assertThat(ours.isTransient()).isEqualTo(Set.of(429, 502, 503, 504).contains(recorded.status()));
        }
    }

    private void verifyStatus(RecordedCase recorded) {
        RecordedElement root = RecordedElement.read(recorded.body());
        if (recorded.status() / 100 == 3) {
            assertThat(error).isInstanceOf(RedirectedException.class);
            RedirectedException redirected = (RedirectedException) Objects.requireNonNull(error);
            assertThat(redirected.status()).isEqualTo(recorded.status());
            URI target = URI.create(recorded.header("Location").replaceFirst("\\?.*", ""));
            assertThat(redirected.targetHost()).isEqualTo(target.getScheme() + "://" + target.getHost());
        } else if (root != null && root.isClosed() && root.name.equals("response")) {
            verifyFailed(xmlReasons(root));
        } else {
            assertThat(error).isInstanceOf(HttpStatusException.class);
            assertThat(((HttpStatusException) Objects.requireNonNull(error)).status())
                    .isEqualTo(recorded.status());
        }
        assertThat(values).isEmpty();
    }

    private void verifyXml(@Nullable RecordedElement root, ApiCall call) {
        if (root == null || !root.name.equals("response")) {
            assertThat(error).isInstanceOf(MalformedResponseException.class);
            assertThat(values).isEmpty();
        } else if (!root.isClosed()) {
            assertThat(error).isInstanceOf(MalformedResponseException.class);
            assertThat(values).isEqualTo(RecordedValues.of(call, root));
        } else if ("SUCCESS".equals(root.text("returncode"))) {
            assertThat(error).isNull();
            assertThat(values).isEqualTo(RecordedValues.of(call, root));
        } else {
            verifyFailed(xmlReasons(root));
            assertThat(((ApiFailedException) Objects.requireNonNull(error)).returncode())
                    .isEqualTo(root.text("returncode"));
        }
    }

    private void verifyFailed(List<ApiError> reasons) {
        assertThat(error).isInstanceOf(ApiFailedException.class);
        assertThat(((ApiFailedException) Objects.requireNonNull(error)).errors())
                .isEqualTo(reasons);
        assertThat(values).isEmpty();
    }

    private static List<ApiError> xmlReasons(RecordedElement root) {
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

    private static List<ApiError> jsonReasons(String json) {
        String key = null;
        String message = null;
        for (Matcher member = JSON_MEMBER.matcher(json); member.find(); ) {
            if (member.group(1).equals("messageKey")) {
                key = member.group(2);
            } else {
                message = member.group(2);
            }
        }
        return List.of(reason(key, message));
    }

    private static ApiError reason(@Nullable String key, @Nullable String message) {
        return new ApiError(key == null ? "" : key, message == null ? "" : message);
    }
}
