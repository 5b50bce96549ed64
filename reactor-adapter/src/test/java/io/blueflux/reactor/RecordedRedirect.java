// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.Confidential;
import io.blueflux.error.ApiError;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Status;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a recorded redirect says to who joins, by the JDK's decoder of URLs and a plain parser of JSON. */
final class RecordedRedirect {
    private static final Pattern ERRORS = Pattern.compile("[?&]errors=(.*)");
    private static final Pattern SESSION_TOKEN = Pattern.compile("[?&]sessionToken=([^&]*)");

    private final RecordedCase recorded;

    RecordedRedirect(RecordedCase recorded) {
        this.recorded = recorded;
    }

    List<ApiError> errors() {
        String json = parameter(ERRORS);
        RecordedElement root = json == null ? null : RecordedElement.readJson(json.getBytes(StandardCharsets.UTF_8));
        return root == null
                ? List.of()
                : root.named("item").stream()
                        .map(item -> new ApiError(text(item, "key"), text(item, "message")))
                        .toList();
    }

    @Nullable
    String sessionToken() {
        return parameter(SESSION_TOKEN);
    }

    JoinedMeeting joined() {
        return new JoinedMeeting(
                new Status("SUCCESS", null, null),
                null,
                null,
                null,
                null,
                Confidential.ofNullable(sessionToken()),
                Confidential.of(recorded.header("Location")),
                RecordedSmallValues.lines(recorded.headers("Set-Cookie")),
                List.of());
    }

    String targetHost() {
        URI target = URI.create(recorded.header("Location").replaceFirst("\\?.*", ""));
        return target.getScheme() + "://" + target.getHost();
    }

    private @Nullable String parameter(Pattern pattern) {
        Matcher matcher = pattern.matcher(recorded.header("Location"));
        return matcher.find() ? URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8) : null;
    }

    private static String text(RecordedElement item, String name) {
        return Objects.requireNonNullElse(item.text(name), "");
    }
}
