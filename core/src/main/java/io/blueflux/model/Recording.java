// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import io.blueflux.Confidential;
import io.blueflux.value.Blot;
import io.blueflux.value.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recording (BBB API, "getRecordings"). A value that the server left out is null.
 *
 * @param recordId {@code recordID}
 * @param meetingId {@code meetingID}; taken from {@code metadata/meetingId} where that stands, since the server escapes
 *     this one twice
 * @param internalMeetingId {@code internalMeetingID}; BBB 2.0 and later
 * @param name {@code name}; taken from {@code metadata/meetingName} where that stands, since the server escapes this one
 *     twice
 * @param status whether it can be seen
 * @param times when the meeting was
 * @param participants {@code participants}; 0 if unknown
 * @param sizes how many bytes it takes
 * @param metadata {@code metadata} but for the callbacks: the creator's names in lower case beside the server's own in camel case
 * @param callbacks the metadata by which BBB calls its creator back
 * @param breakout what makes it a breakout room's; null for an ordinary meeting's
 * @param breakoutRooms {@code breakoutRooms}: the internal ids of the meeting's rooms; empty if it had none
 * @param playback {@code playback}: the formats to watch
 * @param data {@code data}: the formats for machines; BBB 2.2 and later
 * @param unknown elements without a place above
 */
public record Recording(
        @Nullable String recordId,
        @Nullable String meetingId,
        @Nullable String internalMeetingId,
        @Nullable String name,
        State status,
        Times times,
        @Nullable Integer participants,
        Sizes sizes,
        Map<String, String> metadata,
        Callbacks callbacks,
        @Nullable Breakout breakout,
        List<String> breakoutRooms,
        List<Format> playback,
        List<Format> data,
        List<Element> unknown) {
    /** Refuses what is missing, and takes callbacks out of the metadata. */
    public Recording {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(sizes, "sizes");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(callbacks, "callbacks");
        Objects.requireNonNull(breakoutRooms, "breakoutRooms");
        Objects.requireNonNull(playback, "playback");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(unknown, "unknown");
        if (Callbacks.areIn(metadata)) {
            callbacks = callbacks.with(metadata);
            metadata = Callbacks.without(metadata);
        }
    }

    /**
     * Makes a recording of all its metadata; those that are callbacks become its callbacks.
     *
     * @param recordId {@code recordID}
     * @param meetingId {@code meetingID}
     * @param internalMeetingId {@code internalMeetingID}
     * @param name {@code name}
     * @param status whether it can be seen
     * @param times when the meeting was
     * @param participants {@code participants}
     * @param sizes how many bytes it takes
     * @param metadata {@code metadata}
     * @param breakout what makes it a breakout room's; null for an ordinary meeting's
     * @param breakoutRooms {@code breakoutRooms}
     * @param playback {@code playback}
     * @param data {@code data}
     * @param unknown elements without a place above
     */
    public Recording(
            @Nullable String recordId,
            @Nullable String meetingId,
            @Nullable String internalMeetingId,
            @Nullable String name,
            State status,
            Times times,
            @Nullable Integer participants,
            Sizes sizes,
            Map<String, String> metadata,
            @Nullable Breakout breakout,
            List<String> breakoutRooms,
            List<Format> playback,
            List<Format> data,
            List<Element> unknown) {
        this(
                recordId,
                meetingId,
                internalMeetingId,
                name,
                status,
                times,
                participants,
                sizes,
                metadata,
                Callbacks.NONE,
                breakout,
                breakoutRooms,
                playback,
                data,
                unknown);
    }

    /** Returns the parts; the queries of URLs in the metadata, which may be secrets of their receivers, are blotted. */
    @Override
    public String toString() {
        return "Recording[recordId=" + recordId + ", meetingId=" + meetingId + ", internalMeetingId="
                + internalMeetingId + ", name=" + name + ", status=" + status + ", times=" + times + ", participants="
                + participants + ", sizes=" + sizes + ", metadata=" + Blot.ofUrls(metadata) + ", callbacks="
                + callbacks + ", breakout="
                + breakout + ", breakoutRooms=" + breakoutRooms + ", playback=" + playback + ", data=" + data
                + ", unknown=" + unknown + "]";
    }

    /**
     * Whether a recording can be seen.
     *
     * @param state {@code state}: published, unpublished, processing, processed, deleted or another word
     * @param published {@code published}
     * @param isBreakout {@code isBreakout}
     * @param isProtected {@code protected}: its URLs work for a short time; Scalelite only
     */
    public record State(
            @Nullable String state,
            @Nullable Boolean published,
            @Nullable Boolean isBreakout,
            @Nullable Boolean isProtected) {}

    /**
     * When the recorded meeting was.
     *
     * @param startTime {@code startTime}; null if unknown
     * @param endTime {@code endTime}; null if unknown
     */
    public record Times(
            @Nullable Instant startTime, @Nullable Instant endTime) {}

    /**
     * How many bytes a recording takes.
     *
     * @param rawSize {@code rawSize}, in bytes; BBB 2.0 and later
     * @param size {@code size}: the sum of its formats, in bytes; BBB 2.2 and later
     */
    public record Sizes(@Nullable Long rawSize, @Nullable Long size) {}

    /**
     * The breakout room that was recorded.
     *
     * @param parentId {@code parentId}: the internal id of the meeting that it belonged to
     * @param sequence {@code sequence}: the number of the room
     * @param freeJoin {@code freeJoin}
     */
    public record Breakout(
            @Nullable String parentId,
            @Nullable Integer sequence,
            @Nullable Boolean freeJoin) {}

    /**
     * One form of a recording.
     *
     * @param type {@code type}, for example {@code presentation} or {@code video}
     * @param url {@code url}; null if it may hold a token, as that of a protected recording
     * @param protectedUrl {@code url} if it may hold a token; null if it says no more than what it is about
     * @param processingTime {@code processingTime}
     * @param length {@code length}: whole minutes, rounded down
     * @param size {@code size}, in bytes; BBB 2.2 and later
     * @param images {@code preview/images}; empty if there are none
     * @param unknown elements without a place above
     */
    public record Format(
            @Nullable String type,
            @Nullable String url,
            @Nullable Confidential protectedUrl,
            @Nullable Duration processingTime,
            @Nullable Duration length,
            @Nullable Long size,
            List<Image> images,
            List<Element> unknown) {
        /** Refuses what is missing, and keeps a URL that may hold a token apart. */
        public Format {
            Objects.requireNonNull(images, "images");
            Objects.requireNonNull(unknown, "unknown");
            if (url != null && Secrets.mayBeIn(url)) {
                protectedUrl = Confidential.of(url);
                url = null;
            }
        }

        /**
         * Makes a format with a URL of either kind.
         *
         * @param type {@code type}
         * @param url {@code url}
         * @param processingTime {@code processingTime}
         * @param length {@code length}
         * @param size {@code size}
         * @param images {@code preview/images}
         * @param unknown elements without a place above
         */
        public Format(
                @Nullable String type,
                @Nullable String url,
                @Nullable Duration processingTime,
                @Nullable Duration length,
                @Nullable Long size,
                List<Image> images,
                List<Element> unknown) {
            this(type, url, null, processingTime, length, size, images, unknown);
        }

        /**
         * Returns the URL, be it protected or not.
         *
         * @return null if there is none
         */
        public @Nullable String revealUrl() {
            return protectedUrl == null ? url : protectedUrl.reveal();
        }
    }

    /**
     * A preview image.
     *
     * @param url where it is; null if that may hold a token, as of a protected recording
     * @param protectedUrl where it is, if the URL may hold a token; null if it says no more than what it is about
     * @param alt {@code alt}: what it shows; null if empty
     * @param width {@code width}, in pixels
     * @param height {@code height}, in pixels
     */
    public record Image(
            @Nullable String url,
            @Nullable Confidential protectedUrl,
            @Nullable String alt,
            @Nullable Integer width,
            @Nullable Integer height) {
        /** Keeps a URL that may hold a token apart. */
        public Image {
            if (url != null && Secrets.mayBeIn(url)) {
                protectedUrl = Confidential.of(url);
                url = null;
            }
        }

        /**
         * Makes an image with a URL of either kind.
         *
         * @param url where it is
         * @param alt {@code alt}
         * @param width {@code width}, in pixels
         * @param height {@code height}, in pixels
         */
        public Image(@Nullable String url, @Nullable String alt, @Nullable Integer width, @Nullable Integer height) {
            this(url, null, alt, width, height);
        }

        /**
         * Returns the URL, be it protected or not.
         *
         * @return null if there is none
         */
        public @Nullable String revealUrl() {
            return protectedUrl == null ? url : protectedUrl.reveal();
        }
    }
}
