// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.Confidential;
import io.blueflux.model.Callbacks;
import io.blueflux.value.Blot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events of a meeting: {@code meeting-…}. */
public sealed interface MeetingEvent extends WebhookEvent {

    /**
     * {@code meeting-created}. Its {@code toString} hides the queries of URLs.
     *
     * @param head id, time, meeting
     * @param name {@code name}
     * @param duration {@code duration}: how long it may last; zero means no bound
     * @param created when it was made
     * @param access how to get in
     * @param breakout whether it is a breakout room
     * @param settings what the creator asked for
     * @param metadata {@code metadata} but for the callbacks
     * @param callbacks the metadata by which BBB calls the creator back
     */
    record Created(
            Head head,
            @Nullable String name,
            @Nullable Duration duration,
            CreateTime created,
            Access access,
            Breakout breakout,
            Settings settings,
            Map<String, String> metadata,
            Callbacks callbacks)
            implements MeetingEvent {
        /** Copies the metadata, and takes callbacks out of it. */
        public Created {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(created, "created");
            Objects.requireNonNull(access, "access");
            Objects.requireNonNull(breakout, "breakout");
            Objects.requireNonNull(settings, "settings");
            Objects.requireNonNull(metadata, "metadata");
            Objects.requireNonNull(callbacks, "callbacks");
            callbacks = callbacks.with(metadata);
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(Callbacks.without(metadata)));
        }

        /**
         * Makes an event of all its metadata; those that are callbacks become its callbacks.
         *
         * @param head id, time, meeting
         * @param name {@code name}
         * @param duration {@code duration}
         * @param created when it was made
         * @param access how to get in
         * @param breakout whether it is a breakout room
         * @param settings what the creator asked for
         * @param metadata {@code metadata}
         */
        public Created(
                Head head,
                @Nullable String name,
                @Nullable Duration duration,
                CreateTime created,
                Access access,
                Breakout breakout,
                Settings settings,
                Map<String, String> metadata) {
            this(head, name, duration, created, access, breakout, settings, metadata, Callbacks.NONE);
        }

        /** Returns the parts, without the queries of URLs in the metadata. */
        @Override
        public String toString() {
            return "Created[head=" + head + ", name=" + name + ", duration=" + duration + ", created=" + created
                    + ", access=" + access + ", breakout=" + breakout + ", settings=" + settings + ", metadata="
                    + Blot.ofUrls(metadata) + ", callbacks=" + callbacks + "]";
        }
    }

    /**
     * When a meeting was made.
     *
     * @param createTime {@code create-time}
     * @param createDate {@code create-date}: the same for people
     */
    record CreateTime(
            @Nullable Instant createTime, @Nullable String createDate) {}

    /**
     * How to get into a meeting. The passwords are confidential.
     *
     * @param moderatorPass {@code moderator-pass}
     * @param viewerPass {@code viewer-pass}
     * @param voiceConf {@code voice-conf}
     * @param dialNumber {@code dial-number}
     */
    record Access(
            @Nullable Confidential moderatorPass,
            @Nullable Confidential viewerPass,
            @Nullable String voiceConf,
            @Nullable String dialNumber) {}

    /**
     * Whether a meeting is a breakout room.
     *
     * @param isBreakout {@code is-breakout}
     * @param parentId {@code parent-id}; webhooks 3.0 and later, {@code bbb-none} for an ordinary meeting
     */
    record Breakout(@Nullable Boolean isBreakout, @Nullable String parentId) {}

    /**
     * Settings of a meeting.
     *
     * @param record {@code record}
     * @param maxUsers {@code max-users}; 0 means no bound
     * @param audioBridge {@code audioBridge}; webhooks 3.4 and later
     * @param cameraBridge {@code cameraBridge}; likewise
     * @param screenShareBridge {@code screenShareBridge}; likewise
     */
    record Settings(
            @Nullable Boolean record,
            @Nullable Integer maxUsers,
            @Nullable String audioBridge,
            @Nullable String cameraBridge,
            @Nullable String screenShareBridge) {}

    /**
     * {@code meeting-ended}.
     *
     * @param head id, time, meeting
     */
    record Ended(Head head) implements MeetingEvent {
        /** Refuses what is missing. */
        public Ended {
            Objects.requireNonNull(head, "head");
        }
    }

    /**
     * {@code meeting-recording-started}, {@code -stopped} or {@code -unhandled}: somebody pressed the record button.
     *
     * @param head id, time, meeting
     */
    record RecordingMarked(Head head) implements MeetingEvent {
        /** Refuses what is missing. */
        public RecordingMarked {
            Objects.requireNonNull(head, "head");
        }
    }

    /**
     * {@code meeting-screenshare-started} or {@code -stopped}.
     *
     * @param head id, time, meeting
     * @param user {@code user}; webhooks 3.0 and later
     */
    record ScreenShared(Head head, UserIds user) implements MeetingEvent {
        /** Refuses what is missing. */
        public ScreenShared {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
        }
    }

    /**
     * {@code meeting-presentation-changed}.
     *
     * @param head id, time, meeting
     * @param presentationId {@code presentation-id}
     */
    record PresentationChanged(Head head, @Nullable String presentationId) implements MeetingEvent {
        /** Refuses what is missing. */
        public PresentationChanged {
            Objects.requireNonNull(head, "head");
        }
    }
}
