// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.error.BbbException;
import io.blueflux.reactor.CallListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import reactor.util.context.ContextView;

/**
 * One observation for each call, for {@link io.blueflux.fleet.BbbFleetBuilder#listener} or for a single client's. The observation
 * in the subscriber's context is its parent.
 */
public final class ObservedCalls implements CallListener {
    /** The key of Micrometer's accessor, which itself cannot be loaded without its context library. */
    private static final String PARENT = "micrometer.observation";

    private final ObservationRegistry registry;
    private final BbbCallConvention convention;
    /** By identity: two calls may be equal. */
    private final Map<Call, Observation> running = Collections.synchronizedMap(new IdentityHashMap<>());

    private ObservedCalls(ObservationRegistry registry, BbbCallConvention convention) {
        this.registry = registry;
        this.convention = convention;
    }

    /**
     * Observes with {@link BbbCallConvention#DEFAULT}.
     *
     * @param registry where
     * @return the listener
     */
    public static ObservedCalls of(ObservationRegistry registry) {
        return new ObservedCalls(Objects.requireNonNull(registry, "registry"), BbbCallConvention.DEFAULT);
    }

    /**
     * Returns this with another convention.
     *
     * @param other names and tags
     * @return a copy
     */
    public ObservedCalls withConvention(BbbCallConvention other) {
        return new ObservedCalls(registry, Objects.requireNonNull(other, "convention"));
    }

    @Override
    public void onStarted(Call call, ContextView context) {
        BbbCallContext observed =
                new BbbCallContext(call.site().server(), call.site().call());
        Observation observation = Observation.createNotStarted(null, convention, () -> observed, registry);
        Observation parent = context.getOrDefault(PARENT, null);
        if (parent != null) {
            observation.parentObservation(parent);
        }
        running.put(call, observation.start());
    }

    @Override
    public void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {
        Observation observation = running.get(call);
        if (observation != null && observation.getContext() instanceof BbbCallContext observed) {
            observed.answered(status);
        }
    }

    @Override
    public void onSentOn(Call call, int status, String host, Duration elapsed, ContextView context) {
        Observation observation = running.get(call);
        if (observation != null && observation.getContext() instanceof BbbCallContext observed) {
            observed.sentOn(host);
        }
    }

    @Override
    public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
        stop(call, BbbCallContext::completed);
    }

    @Override
    public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
        stop(call, observed -> {
            observed.failed(error);
            observed.setError(error);
        });
    }

    @Override
    public void onCancelled(Call call, Duration elapsed, ContextView context) {
        stop(call, BbbCallContext::cancelled);
    }

    private void stop(Call call, Consumer<BbbCallContext> end) {
        Observation observation = running.remove(call);
        if (observation == null) {
            return;
        }
        try {
            if (observation.getContext() instanceof BbbCallContext observed) {
                end.accept(observed);
            }
        } finally {
            observation.stop(); // whatever a handler throws
        }
    }
}
