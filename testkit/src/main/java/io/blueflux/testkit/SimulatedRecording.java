// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A recording on a simulated server, as its next listing shows it. Immutable. */
public final class SimulatedRecording {
    private final Builder values;
    private final Map<String, String> metadata;
    private final List<Format> formats;
    private final List<Data> data;
    private final List<String> breakoutRooms;
    private final List<SimulatedTextTrack> textTracks;

    private SimulatedRecording(Builder builder) {
        values = new Builder(builder);
        metadata = Collections.unmodifiableMap(values.metadata);
        formats = List.copyOf(values.formats);
        data = List.copyOf(values.data);
        breakoutRooms = List.copyOf(values.breakoutRooms);
        textTracks = List.copyOf(values.textTracks);
    }

    /**
     * One way to watch a recording.
     *
     * @param type {@code presentation}, {@code video}, {@code podcast} …
     * @param url where to watch it
     * @param processingTime milliseconds
     * @param length minutes
     * @param size bytes
     * @param images the preview, empty for none
     */
    public record Format(String type, String url, long processingTime, int length, long size, List<Image> images) {
        /** Copies the list. */
        public Format {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(images, "images");
            images = List.copyOf(images);
        }

        /**
         * Makes a format without preview, of an hour and a megabyte.
         *
         * @param type the type
         * @param url where to watch it
         * @return the format
         */
        public static Format of(String type, String url) {
            return new Format(type, url, 7177, 60, 1_000_000, List.of());
        }
    }

    /**
     * A picture of a preview.
     *
     * @param url where it is
     * @param alt its text, may be empty
     * @param width pixels
     * @param height pixels
     */
    public record Image(String url, String alt, int width, int height) {
        /** Refuses what is missing. */
        public Image {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(alt, "alt");
        }
    }

    /**
     * A by-product of a recording, listed under {@code data}.
     *
     * @param type for example {@code events}
     * @param url where it is
     */
    public record Data(String type, String url) {
        /** Refuses what is missing. */
        public Data {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(url, "url");
        }
    }

    /**
     * Starts a published recording of half an hour without formats.
     *
     * @param recordId {@code recordID}
     * @param meetingId the external {@code meetingID}
     * @return a builder
     */
    public static Builder builder(String recordId, String meetingId) {
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(meetingId, "meetingId");
        return new Builder(recordId, meetingId);
    }

    /**
     * Starts from this recording.
     *
     * @return a builder that holds this recording's values
     */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /**
     * Returns the ID.
     *
     * @return {@code recordID}
     */
    public String recordId() {
        return values.recordId;
    }

    /**
     * Returns the external meeting ID.
     *
     * @return {@code meetingID}
     */
    public String meetingId() {
        return values.meetingId;
    }

    /**
     * Returns the state.
     *
     * @return {@code published}, {@code unpublished}, {@code processing}, {@code processed}, {@code deleted} …
     */
    public String state() {
        return values.state;
    }

    /**
     * Returns the metadata.
     *
     * @return texts by name, in order
     */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Returns the text tracks, scripted and uploaded.
     *
     * @return the tracks, in the order added
     */
    public List<SimulatedTextTrack> textTracks() {
        return textTracks;
    }

    String name() {
        return values.name;
    }

    long startTime() {
        return values.startTime;
    }

    long endTime() {
        return values.endTime;
    }

    int participants() {
        return values.participants;
    }

    long rawSize() {
        return values.rawSize;
    }

    String parentId() {
        return values.parentId;
    }

    int sequence() {
        return values.sequence;
    }

    boolean freeJoin() {
        return values.freeJoin;
    }

    boolean guarded() {
        return values.guarded;
    }

    int rewrites() {
        return values.rewrites;
    }

    List<String> breakoutRooms() {
        return breakoutRooms;
    }

    List<Format> formats() {
        return formats;
    }

    List<Data> data() {
        return data;
    }

    /** Returns ID and state. */
    @Override
    public String toString() {
        return "recording " + values.recordId + " (" + values.state + ")";
    }

    /** Collects a recording's values. Not thread-safe. */
    public static final class Builder {
        private static final long HALF_AN_HOUR = 1_800_000;

        private final String recordId;
        private final String meetingId;
        private String name;
        private String state = "published";
        private long startTime = 1_767_254_400_000L;
        private long endTime = startTime + HALF_AN_HOUR;
        private int participants = 2;
        private long rawSize = 1_000_000;
        private String parentId = "";
        private int sequence;
        private boolean freeJoin;
        private int rewrites;
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final List<String> breakoutRooms = new ArrayList<>();
        private final List<Format> formats = new ArrayList<>();
        private final List<Data> data = new ArrayList<>();
        private final List<SimulatedTextTrack> textTracks = new ArrayList<>();
        private boolean guarded;

        private Builder(String recordId, String meetingId) {
            this.recordId = recordId;
            this.meetingId = meetingId;
            this.name = meetingId;
        }

        private Builder(Builder other) {
            this(other.recordId, other.meetingId);
            name = other.name;
            state = other.state;
            startTime = other.startTime;
            endTime = other.endTime;
            participants = other.participants;
            rawSize = other.rawSize;
            parentId = other.parentId;
            sequence = other.sequence;
            freeJoin = other.freeJoin;
            rewrites = other.rewrites;
            metadata.putAll(other.metadata);
            breakoutRooms.addAll(other.breakoutRooms);
            formats.addAll(other.formats);
            data.addAll(other.data);
            textTracks.addAll(other.textTracks);
            guarded = other.guarded;
        }

        /**
         * Sets the name, printed escaped twice as a real server does.
         *
         * @param value the name; the meeting's ID by default
         * @return this
         */
        public Builder name(String value) {
            name = Objects.requireNonNull(value, "name");
            return this;
        }

        /**
         * Sets the state; {@code published} is derived from it.
         *
         * @param value {@code published}, the default, {@code unpublished}, {@code processing} …
         * @return this
         */
        public Builder state(String value) {
            state = Objects.requireNonNull(value, "state");
            return this;
        }

        /**
         * Sets start and end.
         *
         * @param start milliseconds since the epoch, 0 if unknown
         * @param end milliseconds since the epoch, 0 if unknown
         * @return this
         */
        public Builder times(long start, long end) {
            startTime = start;
            endTime = end;
            return this;
        }

        /**
         * Sets how many took part.
         *
         * @param value the number; 2 by default
         * @return this
         */
        public Builder participants(int value) {
            participants = value;
            return this;
        }

        /**
         * Sets the size before processing.
         *
         * @param bytes the size; 1,000,000 by default
         * @return this
         */
        public Builder rawSize(long bytes) {
            rawSize = bytes;
            return this;
        }

        /**
         * Makes it a breakout room's recording.
         *
         * @param parent the parent's {@code recordID}
         * @param number the room's number
         * @param free whether users chose their room
         * @return this
         */
        public Builder breakoutOf(String parent, int number, boolean free) {
            Objects.requireNonNull(parent, "parent");
            parentId = parent;
            sequence = number;
            freeJoin = free;
            return this;
        }

        /**
         * Adds a breakout room that the meeting had.
         *
         * @param room the room's {@code recordID}
         * @return this
         */
        public Builder breakoutRoom(String room) {
            Objects.requireNonNull(room, "room");
            breakoutRooms.add(room);
            return this;
        }

        /**
         * Adds or replaces one entry of the metadata.
         *
         * @param key the element's name, printed as given
         * @param value its text
         * @return this
         */
        public Builder metadata(String key, String value) {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
            metadata.put(key, value);
            return this;
        }

        /**
         * Adds a playback format.
         *
         * @param format the format
         * @return this
         */
        public Builder format(Format format) {
            Objects.requireNonNull(format, "format");
            formats.add(format);
            return this;
        }

        /**
         * Adds a by-product.
         *
         * @param type for example {@code events}
         * @param url where it is
         * @return this
         */
        public Builder data(String type, String url) {
            data.add(new Data(type, url));
            return this;
        }

        /**
         * Adds a text track; one of the same kind and language is replaced.
         *
         * @param track the track
         * @return this
         */
        public Builder textTrack(SimulatedTextTrack track) {
            Objects.requireNonNull(track, "track");
            textTracks.removeIf(
                    other -> other.kind().equals(track.kind()) && other.lang().equals(track.lang()));
            textTracks.add(track);
            return this;
        }

        /**
         * Marks the recording as {@code protected}, which only a {@link SimulatorProfile#SCALELITE} server shows.
         *
         * @return this
         */
        public Builder guarded() {
            guarded = true;
            return this;
        }

        Builder onlyFormats(List<Format> kept) {
            formats.clear();
            formats.addAll(kept);
            return this;
        }

        Builder withoutMetadata(String key) {
            metadata.remove(key);
            return this;
        }

        Builder rewritten() {
            rewrites++;
            return this;
        }

        /**
         * Makes the recording.
         *
         * @return a recording of the values so far
         */
        public SimulatedRecording build() {
            return new SimulatedRecording(this);
        }
    }
}
