// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.model.Callbacks;
import io.blueflux.model.JsonValue;
import io.blueflux.value.Blot;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events of a recording on its way to publication: {@code rap-…} (record and playback). */
public sealed interface RecordingEvent extends WebhookEvent {

    /**
     * Returns {@code record-id}.
     *
     * @return the recording
     */
    @Nullable
    String recordId();

    /**
     * A step of the processing: {@code rap-archive-}, {@code rap-sanity-}, {@code rap-post-archive-},
     * {@code rap-process-}, {@code rap-post-process-}, {@code rap-publish-} or {@code rap-post-publish-}, each
     * {@code started} or {@code ended}.
     *
     * @param head id and meeting; no time
     * @param recordId {@code record-id}
     * @param success {@code success}; when ended
     * @param stepTime {@code step-time}: how long it took, in the unit of the server's scripts; when ended
     * @param workflow {@code workflow}: for example {@code presentation}
     * @param archived what the archive step found
     * @param published {@code recording}: what the publish step made; null for other steps
     */
    record Step(
            Head head,
            @Nullable String recordId,
            @Nullable Boolean success,
            @Nullable Long stepTime,
            @Nullable String workflow,
            Archived archived,
            @Nullable Published published)
            implements RecordingEvent {
        /** Refuses what is missing. */
        public Step {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(archived, "archived");
        }
    }

    /**
     * What {@code rap-archive-ended} says; all null for other steps.
     *
     * @param recorded {@code recorded}: somebody had pressed the record button, so processing goes on
     * @param duration {@code duration}, in the unit of the server's scripts
     */
    record Archived(@Nullable Boolean recorded, @Nullable Long duration) {}

    /**
     * What {@code rap-publish-ended} says of the recording.
     *
     * @param name {@code name}
     * @param isBreakout {@code is-breakout}
     * @param time when it was recorded
     * @param size {@code size}: bytes
     * @param rawSize {@code raw-size}: bytes
     * @param metadata {@code metadata} but for the callbacks
     * @param callbacks the metadata by which BBB calls the creator back
     * @param playback {@code playback}: format, link and more, as the server writes it
     * @param download {@code download}: likewise
     */
    record Published(
            @Nullable String name,
            @Nullable Boolean isBreakout,
            Time time,
            @Nullable Long size,
            @Nullable Long rawSize,
            Map<String, String> metadata,
            Callbacks callbacks,
            @Nullable JsonValue playback,
            @Nullable JsonValue download) {
        /** Copies the metadata, and takes callbacks out of it. */
        public Published {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(metadata, "metadata");
            Objects.requireNonNull(callbacks, "callbacks");
            callbacks = callbacks.with(metadata);
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(Callbacks.without(metadata)));
        }

        /**
         * Makes what is said of a recording of all its metadata; those that are callbacks become its callbacks.
         *
         * @param name {@code name}
         * @param isBreakout {@code is-breakout}
         * @param time when it was recorded
         * @param size {@code size}
         * @param rawSize {@code raw-size}
         * @param metadata {@code metadata}
         * @param playback {@code playback}
         * @param download {@code download}
         */
        public Published(
                @Nullable String name,
                @Nullable Boolean isBreakout,
                Time time,
                @Nullable Long size,
                @Nullable Long rawSize,
                Map<String, String> metadata,
                @Nullable JsonValue playback,
                @Nullable JsonValue download) {
            this(name, isBreakout, time, size, rawSize, metadata, Callbacks.NONE, playback, download);
        }

        /** Returns the parts, without the queries of URLs in the metadata. */
        @Override
        public String toString() {
            return "Published[name=" + name + ", isBreakout=" + isBreakout + ", time=" + time + ", size=" + size
                    + ", rawSize=" + rawSize + ", metadata=" + Blot.ofUrls(metadata) + ", callbacks=" + callbacks
                    + ", playback=" + playback
                    + ", download=" + download + "]";
        }
    }

    /**
     * When a recording was made.
     *
     * @param startTime {@code start-time}
     * @param endTime {@code end-time}
     */
    record Time(@Nullable Instant startTime, @Nullable Instant endTime) {}

    /**
     * {@code rap-published}, {@code rap-unpublished} or {@code rap-deleted}.
     *
     * @param head id and meeting; no time
     * @param recordId {@code record-id}
     * @param format {@code format}: for example {@code presentation}
     */
    record StateChanged(
            Head head, @Nullable String recordId, @Nullable String format) implements RecordingEvent {
        /** Refuses what is missing. */
        public StateChanged {
            Objects.requireNonNull(head, "head");
        }
    }
}
