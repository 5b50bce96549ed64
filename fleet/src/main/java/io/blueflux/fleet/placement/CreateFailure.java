// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.MessageKey;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.RequestBodyException;
import java.util.Locale;

/** What a failed create says of its meeting. */
enum CreateFailure {
    /** It is surely not there: another server may be tried at once. */
    NOT_CREATED,
    /** It may be there, or come to be: the same server is asked before any other. */
    AMBIGUOUS,
    /** There is one of this meetingID: without passwords BBB says so by an error. */
    EXISTS,
    /** What was asked for is at fault, and would fail on every server. */
    REFUSED;

    static CreateFailure of(Throwable error) {
        if (error instanceof IllegalArgumentException) {
            return REFUSED; // by our own checks
        }
        return error instanceof BbbException known ? of(known) : AMBIGUOUS;
    }

    private static CreateFailure of(BbbException error) {
        if (error.isUnsent()) {
            return NOT_CREATED;
        }
        if (error instanceof ApiFailedException failed) {
            return said(failed);
        }
        if (error instanceof HttpStatusException answered) {
            return status(answered.status());
        }
        if (error instanceof MalformedResponseException malformed) {
            return isPage(malformed.bodyStart()) ? NOT_CREATED : AMBIGUOUS;
        }
        if (error instanceof RequestBodyException) {
            return REFUSED;
        }
        if (error instanceof RedirectedException) {
            return NOT_CREATED; // nobody followed it
        }
        return AMBIGUOUS; // cut off, timed out, or an answer that nobody can read
    }

    private static CreateFailure said(ApiFailedException failed) {
        if (failed.has(MessageKey.ID_NOT_UNIQUE) || failed.has(MessageKey.DUPLICATE_WARNING)) {
            return EXISTS;
        }
        if (failed.has(MessageKey.CHECKSUM_ERROR) || failed.has(MessageKey.UNSUPPORTED_REQUEST)) {
            return NOT_CREATED;
        }
        // BBB has it for a meeting that is just ending, and for troubles of its own halfway through
        return failed.has(MessageKey.INTERNAL_ERROR) ? AMBIGUOUS : REFUSED;
    }

    /** A proxy says 502 to 504 of a request that it sent on, too. */
    private static CreateFailure status(int status) {
        return switch (status) {
            case 400, 413, 414, 415, 431 -> REFUSED;
            default -> status >= 400 && status < 500 ? NOT_CREATED : AMBIGUOUS;
        };
    }

    /** A page for people is what stands before bbb-web while that restarts. */
    private static boolean isPage(String bodyStart) {
        String start = bodyStart.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
