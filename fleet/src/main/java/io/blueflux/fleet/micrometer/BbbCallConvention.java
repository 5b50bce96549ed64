// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation of a call and what it is tagged with; override to replace. By default {@code blueflux.client.call}, with
 * the low-cardinality {@code server}, {@code call}, {@code outcome} (success, failed, error, cancelled) and {@code error} (the
 * error's class, or none), and the high-cardinality {@code status} (none, if no answer began), {@code message.key} and, where a redirect
 * was followed, {@code sent.on.to}, which the server chooses. Outcome, error and status are {@code unknown} until the call is over, or
 * its answer begins.
 */
public interface BbbCallConvention extends ObservationConvention<BbbCallContext> {

    /** The defaults named above. */
    BbbCallConvention DEFAULT = new BbbCallConvention() {};

    @Override
    default String getName() {
        return "blueflux.client.call";
    }

    @Override
    default String getContextualName(BbbCallContext context) {
        return "bbb " + context.call();
    }

    @Override
    default KeyValues getLowCardinalityKeyValues(BbbCallContext context) {
        return KeyValues.of(
                KeyValue.of("server", context.server()),
                KeyValue.of("call", context.call()),
                KeyValue.of("outcome", outcome(context)),
                KeyValue.of("error", error(context)));
    }

    @Override
    default KeyValues getHighCardinalityKeyValues(BbbCallContext context) {
        KeyValues values = KeyValues.of("status", status(context));
        String elsewhere = context.sentOnTo();
        if (elsewhere != null) {
            values = values.and("sent.on.to", elsewhere);
        }
        return context.failure() instanceof ApiFailedException failed
                ? values.and("message.key", String.valueOf(failed.messageKey()))
                : values;
    }

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof BbbCallContext;
    }

    private static String outcome(BbbCallContext context) {
        if (context.isCancelled()) {
            return "cancelled";
        }
        if (context.failure() != null) {
            return context.failure() instanceof ApiFailedException ? "failed" : "error";
        }
        return context.isCompleted() ? "success" : BbbCallContext.UNKNOWN;
    }

    private static String error(BbbCallContext context) {
        BbbException failure = context.failure();
        if (failure != null) {
            return failure.getClass().getSimpleName();
        }
        return isOver(context) ? BbbCallContext.NONE : BbbCallContext.UNKNOWN;
    }

    private static String status(BbbCallContext context) {
        if (context.status() != 0) {
            return Integer.toString(context.status());
        }
        return isOver(context) ? BbbCallContext.NONE : BbbCallContext.UNKNOWN;
    }

    private static boolean isOver(BbbCallContext context) {
        return context.isCompleted() || context.isCancelled() || context.failure() != null;
    }
}
