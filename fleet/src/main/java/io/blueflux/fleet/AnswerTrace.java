// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.ApiCall;
import io.blueflux.error.BbbException;
import io.blueflux.reactor.CallListener;
import io.blueflux.reactor.SentRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** What a poll learns from the heads of its answers. Travels in the subscriber's context. */
final class AnswerTrace {
    private volatile @Nullable Instant serverDate;

    @Nullable
    Instant serverDate() {
        return serverDate;
    }

    /** Listens for traces, and lets another listener hear all. */
    static CallListener listener(CallListener other) {
        return new Tracer(other);
    }

    private record Tracer(CallListener other) implements CallListener {
        @Override
        public void onServerDate(Call call, Instant date, ContextView context) {
            AnswerTrace trace = context.getOrDefault(AnswerTrace.class, null);
            if (trace != null && call.site().call().equals(ApiCall.GET_MEETINGS.wireName())) {
                trace.serverDate = date;
            }
            other.onServerDate(call, date, context);
        }

        @Override
        public void onStarted(Call call, ContextView context) {
            other.onStarted(call, context);
        }

        @Override
        public void onSending(Call call, SentRequest request, ContextView context) {
            other.onSending(call, request, context);
        }

        @Override
        public void onRead(Call call, long bytes, ContextView context) {
            other.onRead(call, bytes, context);
        }

        @Override
        public void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {
            other.onFirstByte(call, status, elapsed, context);
        }

        @Override
        public void onSentOn(Call call, int status, String host, Duration elapsed, ContextView context) {
            other.onSentOn(call, status, host, elapsed, context);
        }

        @Override
        public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
            other.onCompleted(call, values, elapsed, context);
        }

        @Override
        public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
            other.onFailed(call, error, elapsed, context);
        }

        @Override
        public void onCancelled(Call call, Duration elapsed, ContextView context) {
            other.onCancelled(call, elapsed, context);
        }
    }
}
