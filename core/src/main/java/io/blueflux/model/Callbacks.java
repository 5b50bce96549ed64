// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.blueflux.Confidential;
import io.blueflux.value.CallbackKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The metadata by which the creator of a meeting gave BBB callbacks (BBB API, "create"). Their URLs are how the receiver knows the
 * server, so they are confidential and not among the other metadata.
 *
 * @param endCallbackUrl {@code endcallbackurl}: called when the meeting has ended
 * @param recordingReadyUrl {@code bbb-recording-ready-url}: told when a recording is ready
 * @param bnRecordingReadyUrl {@code bn-recording-ready-url}: its twin under an older name
 * @param canvasRecordingReadyUrl {@code canvas-recording-ready-url}: likewise
 * @param analyticsCallbackUrl {@code analytics-callback-url}: told what went on in the meeting
 */
@JsonAutoDetect // says that JSON without a member is meant
public record Callbacks(
        @Nullable Confidential endCallbackUrl,
        @Nullable Confidential recordingReadyUrl,
        @Nullable Confidential bnRecordingReadyUrl,
        @Nullable Confidential canvasRecordingReadyUrl,
        @Nullable Confidential analyticsCallbackUrl) {
    /** No callback. */
    public static final Callbacks NONE = new Callbacks(null, null, null, null, null);

    /**
     * Returns the callbacks that there are.
     *
     * @return unmodifiable; by the names under which servers store them
     */
    public Map<String, Confidential> byName() {
        Map<String, Confidential> byName = new LinkedHashMap<>();
        values().forEach((key, url) -> byName.put(key.wireName(), url));
        return Collections.unmodifiableMap(byName);
    }

    /**
     * Returns these and those among metadata; what is here already stays.
     *
     * @param metadata values by names, in any spelling that servers answer with; one that is null, as JSON may say, is absent
     * @return all of them
     */
    public Callbacks with(Map<String, String> metadata) {
        Objects.requireNonNull(metadata, "metadata");
        if (!areIn(metadata)) {
            return this;
        }
        Map<CallbackKey, Confidential> all = values();
        metadata.forEach((name, url) -> {
            CallbackKey key = CallbackKey.of(name);
            if (key != null && url != null) { // read back, what was hidden is null
                all.putIfAbsent(key, Confidential.of(url));
            }
        });
        return new Callbacks(
                all.get(CallbackKey.END),
                all.get(CallbackKey.RECORDING_READY),
                all.get(CallbackKey.BN_RECORDING_READY),
                all.get(CallbackKey.CANVAS_RECORDING_READY),
                all.get(CallbackKey.ANALYTICS));
    }

    /**
     * Returns metadata without callbacks.
     *
     * @param metadata values by names
     * @return the others in their order; the very map if it has no callback
     */
    public static Map<String, String> without(Map<String, String> metadata) {
        Objects.requireNonNull(metadata, "metadata");
        if (!areIn(metadata)) {
            return metadata;
        }
        Map<String, String> others = new LinkedHashMap<>(metadata);
        others.keySet().removeIf(Callbacks::isOne);
        return Collections.unmodifiableMap(others);
    }

    /** Whether there are any. A plain loop: every meeting passes here, and hardly one has a callback. */
    static boolean areIn(Map<String, String> metadata) {
        if (!metadata.isEmpty()) {
            for (String name : metadata.keySet()) {
                if (isOne(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOne(String name) {
        return CallbackKey.of(name) != null;
    }

    private Map<CallbackKey, Confidential> values() {
        Map<CallbackKey, Confidential> values = new EnumMap<>(CallbackKey.class);
        put(values, CallbackKey.END, endCallbackUrl);
        put(values, CallbackKey.RECORDING_READY, recordingReadyUrl);
        put(values, CallbackKey.BN_RECORDING_READY, bnRecordingReadyUrl);
        put(values, CallbackKey.CANVAS_RECORDING_READY, canvasRecordingReadyUrl);
        put(values, CallbackKey.ANALYTICS, analyticsCallbackUrl);
        return values;
    }

    private static void put(Map<CallbackKey, Confidential> to, CallbackKey key, @Nullable Confidential url) {
        if (url != null) {
            to.put(key, url);
        }
    }
}
