// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.parameter.RequestParameters;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What servers that do not read forms say to one: they miss what was in it, or do not know a POST of the call. */
final class CallFormDoubt {
    private static final String EXPLANATION =
            "the call was sent as a form, and most likely the server does not read forms; "
                    + "with FormPost.NEVER all parameters go into the URL";

    private static final Pattern MISSING = Pattern.compile("missingParam(?:eter)?s?([A-Z]\\w*)?");
    private static final Set<String> OTHERS =
            Set.of("nullError", "emptyError", "unsupportedRequest", "unsupportedContentType");
    /** Method not allowed, length required, unsupported media type, not implemented. */
    private static final Set<Integer> STATUSES = Set.of(405, 411, 415, 501);

    private CallFormDoubt() {}

    /** Explains the error of a form, if the form may be the cause. */
    static BbbException explained(BbbException error, RequestParameters sent) {
        if (error instanceof ApiFailedException failed
                && failed.errors().stream().anyMatch(reason -> missesWhatWasSent(reason, sent))) {
            return failed.explained(EXPLANATION);
        }
        return error instanceof HttpStatusException refused && STATUSES.contains(refused.status())
                ? refused.explained(EXPLANATION)
                : error;
    }

    private static boolean missesWhatWasSent(ApiError reason, RequestParameters sent) {
        Matcher missing = MISSING.matcher(reason.key());
        if (!missing.matches()) {
            return OTHERS.contains(reason.key());
        }
        String name = missing.group(1);
        return name == null || sent.asMap().keySet().stream().anyMatch(name::equalsIgnoreCase);
    }
}
