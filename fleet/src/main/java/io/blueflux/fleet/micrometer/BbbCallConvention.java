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
 * error's class, or none), and the high-cardinality {@code status}, {@code message.key} and, where a redirect was followed,
 * {@code sent.on.to}, which the server chooses.
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
        BbbException failure = context.failure();
        return KeyValues.of(
                KeyValue.of("server", context.server()),
                KeyValue.of("call", context.call()),
                KeyValue.of("outcome", outcome(context)),
                KeyValue.of(
                        "error", failure == null ? "none" : failure.getClass().getSimpleName()));
    }

    @Override
    default KeyValues getHighCardinalityKeyValues(BbbCallContext context) {
        KeyValues values = KeyValues.of("status", Integer.toString(context.status()));
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
        if (context.failure() == null) {
            return "success";
        }
        return context.failure() instanceof ApiFailedException ? "failed" : "error";
    }
}
