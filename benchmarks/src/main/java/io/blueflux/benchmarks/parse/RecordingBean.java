// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.model.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The leaves of a recording, as those who walk the elements gather them. */
final class RecordingBean {
    private String recordId = "";
    private String meetingId = "";
    private String internalMeetingId = "";
    private String name = "";
    private String state = "";
    private boolean isBreakout;
    private boolean published;
    private Instant startTime = Instant.EPOCH;
    private Instant endTime = Instant.EPOCH;
    private int participants;
    private long rawSize;
    private long size;

    void set(String element, String text) {
        switch (element) {
            case "recordID" -> recordId = text;
            case "meetingID" -> meetingId = text;
            case "internalMeetingID" -> internalMeetingId = text;
            case "name" -> name = text;
            case "state" -> state = text;
            case "isBreakout" -> isBreakout = Boolean.parseBoolean(text);
            case "published" -> published = Boolean.parseBoolean(text);
            case "startTime" -> startTime = Instant.ofEpochMilli(Long.parseLong(text));
            case "endTime" -> endTime = Instant.ofEpochMilli(Long.parseLong(text));
            case "participants" -> participants = Integer.parseInt(text);
            case "rawSize" -> rawSize = Long.parseLong(text);
            case "size" -> size = Long.parseLong(text);
            default -> {}
        }
    }

    Recording recording(Map<String, String> metadata, List<Recording.Format> playback, List<Recording.Format> data) {
        return new Recording(
                recordId,
                metadata.getOrDefault("meetingId", meetingId),
                internalMeetingId,
                metadata.getOrDefault("meetingName", name),
                new Recording.State(state, published, isBreakout, null),
                new Recording.Times(startTime, endTime),
                participants,
                new Recording.Sizes(rawSize, size),
                metadata,
                null,
                List.of(),
                playback,
                data,
                List.of());
    }
}
