// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import io.blueflux.ApiCall;
import io.blueflux.Confidential;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.json.JsonErrors;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Status;
import io.blueflux.parameter.Blotter;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The redirects of join (BBB API, "join"): to a page that is told the errors, to the client, or from a balancer to the
 * server that it chose. That server is asked once, over the same scheme, and only by a signed join: a server may send us
 * to join elsewhere and to nothing else.
 */
final class JoinRedirect implements RedirectRule<JoinedMeeting> {
    private static final Pattern ERRORS = Pattern.compile("[?&]errors=(?=\\[|%5B)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SESSION_TOKEN = Pattern.compile("(?:^|&)sessionToken=([^&]+)");
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int MAX_LENGTH = 64 << 10;

    @Override
    public @Nullable URI next(Redirect redirect) {
        return errors(redirect).isEmpty() ? redirect.sameCallElsewhere(ApiCall.JOIN) : null;
    }

    @Override
    public JoinedMeeting value(Redirect redirect) {
        List<ApiError> errors = errors(redirect);
        if (!errors.isEmpty()) {
            throw new ApiFailedException(
                    redirect.context().site(),
                    "FAILED",
                    errors,
                    redirect.context().status());
        }
        URI target = redirect.target();
        String sessionToken = target == null || Redirect.isSigned(target, ApiCall.JOIN) ? null : sessionToken(target);
        if (target == null || sessionToken == null) {
            throw redirect.refused();
        }
        return new JoinedMeeting(
                new Status("SUCCESS", null, null),
                null,
                null,
                null,
                null,
                Confidential.of(sessionToken),
                Confidential.of(target.toString()),
                redirect.context().cookieLines(),
                List.of());
    }

    private static @Nullable String sessionToken(URI target) {
        String query = target.getRawQuery();
        Matcher matcher = SESSION_TOKEN.matcher(query == null ? "" : query);
        return matcher.find() ? decoded(matcher.group(1)) : null;
    }

    /** The server appends them to whatever URL it was given, so the last are its own; their texts may hold anything. */
    private static List<ApiError> errors(Redirect redirect) {
        String location = redirect.location();
        if (location == null || location.length() > MAX_LENGTH) {
            return List.of();
        }
        int start = -1;
        for (Matcher matcher = ERRORS.matcher(location); matcher.find(); ) {
            start = matcher.end();
        }
        Blotter blotter = redirect.context().blotter();
        return start < 0
                ? List.of()
                : JsonErrors.read(decoded(location.substring(start))).stream()
                        .map(error -> new ApiError(blotter.blot(error.key()), blotter.blot(error.message())))
                        .toList();
    }

    /** A header's characters are bytes; a plus sign is one, and a per cent sign may be. */
    private static String decoded(String encoded) {
        String text = new String(encoded.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String strict = STRAY_PERCENT.matcher(text).replaceAll("%25").replace("+", "%2B");
        return URLDecoder.decode(strict, StandardCharsets.UTF_8);
    }
}
