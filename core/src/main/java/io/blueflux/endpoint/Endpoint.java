// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import io.blueflux.ApiCall;
import io.blueflux.answer.AnswerContext;
import io.blueflux.answer.ChunkDecoder;
import io.blueflux.request.ApiRequest;
import java.util.function.Function;

/**
 * One call of the API as data.
 *
 * @param call its name
 * @param effect what it does to the server, which tells whether it may be repeated
 * @param decoders makes the decoder of one answer
 * @param redirects what it makes of a redirect
 * @param <T> what the answer holds: one value, or the items of a list
 */
public record Endpoint<T>(
        ApiCall call, Effect effect, Function<AnswerContext, ChunkDecoder<T>> decoders, RedirectRule<T> redirects) {

    /**
     * Makes a call that is never redirected.
     *
     * @param call its name
     * @param effect what it does to the server
     * @param decoders makes the decoder of one answer
     */
    public Endpoint(ApiCall call, Effect effect, Function<AnswerContext, ChunkDecoder<T>> decoders) {
        this(call, effect, decoders, RedirectRule.refuse());
    }

    /**
     * Tells whether a request may be sent again after an error that leaves open whether the server has acted.
     *
     * @param request what was sent
     * @return whether twice does no more than once
     */
    public boolean mayRepeat(ApiRequest request) {
        return effect != Effect.CHANGES || request.isRepeatable();
    }

    /** What a call does to the server. */
    public enum Effect {
        /** Reads only: may be repeated. */
        READS,
        /** Has the same effect however often it arrives. */
        CHANGES_ONCE,
        /** May be repeated only if the request says so. */
        CHANGES
    }
}
