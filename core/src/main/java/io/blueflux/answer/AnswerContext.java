// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.AnswerLimits;
import io.blueflux.Confidential;
import io.blueflux.error.CallSite;
import io.blueflux.parameter.Blotter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder must know of the call that it decodes the answer of.
 *
 * @param site server and call, for errors
 * @param status the HTTP status of the answer
 * @param limits the bounds on the answer
 * @param blotter takes the call's secrets out of what errors quote
 * @param cookies the {@code Set-Cookie} headers of the answer as they came
 * @param contentType the {@code Content-Type} of the answer as it came; null if it has none. Its charset counts where the
 *     document has no byte order mark and declares no encoding
 */
public record AnswerContext(
        CallSite site,
        int status,
        AnswerLimits limits,
        Blotter blotter,
        List<String> cookies,
        @Nullable String contentType) {

    /**
     * Makes the context of an answer without headers.
     *
     * @param site server and call
     * @param status the HTTP status
     * @param limits the bounds
     * @param blotter takes secrets out
     */
    public AnswerContext(CallSite site, int status, AnswerLimits limits, Blotter blotter) {
        this(site, status, limits, blotter, List.of(), null);
    }

    /** Returns the cookies, a line each; null if there are none. */
    public @Nullable Confidential cookieLines() {
        return cookies.isEmpty() ? null : Confidential.of(String.join("\n", cookies));
    }

    /** Returns the call and the status; cookies are secrets. */
    @Override
    public String toString() {
        return site + ", HTTP status " + status;
    }
}
