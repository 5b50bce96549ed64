// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import reactor.util.context.ContextView;

/**
 * Hears what each call does: the seam for metrics and traces. Called on the thread where it happens, usually an event loop,
 * so it must not block; what it throws is logged and otherwise ignored. Each call starts once and ends once.
 */
public interface CallListener {

    /** Hears nothing. */
    CallListener NONE = new CallListener() {};

    /**
     * A call was subscribed to.
     *
     * @param call which one
     * @param context the subscriber's context
     */
    default void onStarted(Call call, ContextView context) {}

    /**
     * A request is about to be sent: of each try, if the call is repeated or meets a connection that the server has closed, and of
     * the one to another server, if the call is sent on.
     *
     * @param call which one
     * @param request what is sent
     * @param context the subscriber's context
     */
    default void onSending(Call call, SentRequest request, ContextView context) {}

    /**
     * The first byte of the answer's head arrived; of each try's, if the call is repeated. A redirect that is followed is no
     * answer: {@link #onSentOn} is heard instead, and this of the other server's answer.
     *
     * @param call which one
     * @param status the HTTP status
     * @param elapsed time since the start
     * @param context the subscriber's context
     */
    default void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {}

    /**
     * The server sent the call on to another, which is asked now.
     *
     * @param call which one
     * @param status the HTTP status of the redirect
     * @param host where to, {@code host[:port]}
     * @param elapsed time since the start
     * @param context the subscriber's context
     */
    default void onSentOn(Call call, int status, String host, Duration elapsed, ContextView context) {}

    /**
     * The answer's head told the server's time of day; heard after {@link #onFirstByte}, if at all.
     *
     * @param call which one
     * @param date the header {@code Date}, in whole seconds
     * @param context the subscriber's context
     */
    default void onServerDate(Call call, Instant date, ContextView context) {}

    /**
     * Nothing more is read: heard right before the end, whichever it is.
     *
     * @param call which one
     * @param bytes how many bytes of answers' bodies were read, after decompression, of all tries together
     * @param context the subscriber's context
     */
    default void onRead(Call call, long bytes, ContextView context) {}

    /**
     * A call ended well: all that it answered was handed over.
     *
     * @param call which one
     * @param values how many values were handed over
     * @param elapsed time since the start
     * @param context the subscriber's context
     */
    default void onCompleted(Call call, long values, Duration elapsed, ContextView context) {}

    /**
     * A call ended in an error.
     *
     * @param call which one
     * @param error what the subscriber sees; of what is no {@code BbbException}, such as an {@code Error} of a decoder of
     *     yours, a {@code TransportException} with it as the cause
     * @param elapsed time since the start
     * @param context the subscriber's context
     */
    default void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {}

    /**
     * The subscriber cancelled.
     *
     * @param call which one
     * @param elapsed time since the start
     * @param context the subscriber's context
     */
    default void onCancelled(Call call, Duration elapsed, ContextView context) {}

    /**
     * One call.
     *
     * @param site server and call by name
     * @param startedAt when it was subscribed to, by the client's clock
     */
    record Call(CallSite site, Instant startedAt) {
        /** Refuses what is missing. */
        public Call {
            Objects.requireNonNull(site, "site");
            Objects.requireNonNull(startedAt, "startedAt");
        }
    }
}
