// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.BREAKOUT;
import static io.blueflux.xml.ElementName.BREAKOUT_ROOM;
import static io.blueflux.xml.ElementName.BREAKOUT_ROOMS;
import static io.blueflux.xml.ElementName.DATA;
import static io.blueflux.xml.ElementName.END_TIME;
import static io.blueflux.xml.ElementName.FORMAT;
import static io.blueflux.xml.ElementName.FREE_JOIN;
import static io.blueflux.xml.ElementName.INTERNAL_MEETING_ID;
import static io.blueflux.xml.ElementName.IS_BREAKOUT;
import static io.blueflux.xml.ElementName.MEETING_ID;
import static io.blueflux.xml.ElementName.METADATA;
import static io.blueflux.xml.ElementName.NAME;
import static io.blueflux.xml.ElementName.PARENT_ID;
import static io.blueflux.xml.ElementName.PARTICIPANTS;
import static io.blueflux.xml.ElementName.PLAYBACK;
import static io.blueflux.xml.ElementName.PROTECTED;
import static io.blueflux.xml.ElementName.PUBLISHED;
import static io.blueflux.xml.ElementName.RAW_SIZE;
import static io.blueflux.xml.ElementName.RECORD_ID;
import static io.blueflux.xml.ElementName.SEQUENCE;
import static io.blueflux.xml.ElementName.SIZE;
import static io.blueflux.xml.ElementName.START_TIME;
import static io.blueflux.xml.ElementName.STATE;

import io.blueflux.model.Recording;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import io.blueflux.xml.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads an item of getRecordings and hands it over at its end tag. */
final class RecordingHandler extends FieldsHandler {
    private static final Names NAMES = new Names(
            RECORD_ID,
            MEETING_ID,
            INTERNAL_MEETING_ID,
            NAME,
            IS_BREAKOUT,
            PUBLISHED,
            PROTECTED,
            STATE,
            START_TIME,
            END_TIME,
            PARTICIPANTS,
            RAW_SIZE,
            METADATA,
            BREAKOUT,
            BREAKOUT_ROOMS,
            SIZE,
            PLAYBACK,
            DATA);

    private final Consumer<? super Recording> out;
    private final TextMapHandler metadata = new TextMapHandler();
    private final BreakoutHandler breakout = new BreakoutHandler();
    private final TextListHandler breakoutRooms = new TextListHandler(BREAKOUT_ROOM, this);
    private final List<Recording.Format> playback = new ArrayList<>();
    private final List<Recording.Format> data = new ArrayList<>();
    private final Handler playbackList = new ListHandler(FORMAT, () -> new FormatHandler(playback::add), this);
    private final Handler dataList = new ListHandler(FORMAT, () -> new FormatHandler(data::add), this);

    private @Nullable String recordId;
    private @Nullable String meetingId;
    private @Nullable String internalMeetingId;
    private @Nullable String name;
    private @Nullable Boolean isBreakout;
    private @Nullable Boolean published;
    private @Nullable Boolean isProtected;
    private @Nullable String state;
    private @Nullable Instant startTime;
    private @Nullable Instant endTime;
    private @Nullable Integer participants;
    private @Nullable Long rawSize;
    private @Nullable Long size;

    RecordingHandler(Consumer<? super Recording> out) {
        super(NAMES);
        this.out = out;
    }

    @Override
    public boolean isItem() {
        return true;
    }

    @Override
    protected void reset() {
        metadata.take();
        breakout.reset();
        breakoutRooms.take();
        playback.clear();
        data.clear();
        recordId = null;
        meetingId = null;
        internalMeetingId = null;
        name = null;
        isBreakout = null;
        published = null;
        isProtected = null;
        state = null;
        startTime = null;
        endTime = null;
        participants = null;
        rawSize = null;
        size = null;
    }

    @Override
    @Nullable
    protected Handler container(ElementName field) {
        return switch (field) {
            case METADATA -> metadata;
            case BREAKOUT -> breakout;
            case BREAKOUT_ROOMS -> breakoutRooms;
            case PLAYBACK -> playbackList;
            case DATA -> dataList;
            default -> null;
        };
    }

    @Override
    protected void leaf(ElementName field, Text text) {
        switch (field) {
            case RECORD_ID -> recordId = text.textOrNull();
            case MEETING_ID -> meetingId = text.textOrNull();
            case INTERNAL_MEETING_ID -> internalMeetingId = text.textOrNull();
            case NAME -> name = text.textOrNull();
            case IS_BREAKOUT -> isBreakout = text.bool();
            case PUBLISHED -> published = text.published();
            case PROTECTED -> isProtected = text.bool();
            case STATE -> state = text.sharedOrNull();
            case START_TIME -> startTime = text.instant();
            case END_TIME -> endTime = text.instant();
            case PARTICIPANTS -> participants = text.integer();
            case RAW_SIZE -> rawSize = text.number();
            case SIZE -> size = text.number();
            default -> throw new IllegalStateException("no field of a recording: " + field);
        }
    }

    @Override
    public void close() {
        Map<String, String> meta = metadata.take();
        out.accept(new Recording(
                recordId,
                preferred(meta.get("meetingId"), meetingId),
                internalMeetingId,
                preferred(meta.get("meetingName"), name),
                new Recording.State(state, published, isBreakout, isProtected),
                new Recording.Times(startTime, endTime),
                participants,
                new Recording.Sizes(rawSize, size),
                meta,
                Boolean.TRUE.equals(isBreakout) ? breakout.take() : null,
                breakoutRooms.take(),
                List.copyOf(playback),
                List.copyOf(data),
                unknownElements()));
    }

    /** The server copies its own metadata into elements escaped once more; the metadata are right. */
    private static @Nullable String preferred(@Nullable String fromMetadata, @Nullable String copied) {
        return fromMetadata == null || fromMetadata.isEmpty() ? copied : fromMetadata;
    }

    /** Ordinary recordings have this element too, filled with junk. */
    private final class BreakoutHandler extends FieldsHandler {
        private static final Names NAMES = new Names(PARENT_ID, SEQUENCE, FREE_JOIN);
        private @Nullable String parentId;
        private @Nullable Integer sequence;
        private @Nullable Boolean freeJoin;

        BreakoutHandler() {
            super(NAMES);
        }

        Recording.@Nullable Breakout take() {
            return parentId == null && sequence == null && freeJoin == null
                    ? null
                    : new Recording.Breakout(parentId, sequence, freeJoin);
        }

        @Override
        protected void reset() {
            parentId = null;
            sequence = null;
            freeJoin = null;
        }

        @Override
        protected void leaf(ElementName field, Text text) {
            switch (field) {
                case PARENT_ID -> parentId = text.textOrNull();
                case SEQUENCE -> sequence = text.integer();
                case FREE_JOIN -> freeJoin = text.bool();
                default -> throw new IllegalStateException("no field of a breakout room: " + field);
            }
        }

        @Override
        public void close() {
            unknownElements().forEach(RecordingHandler.this::unknown);
        }
    }
}
