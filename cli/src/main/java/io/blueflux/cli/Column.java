// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table and of CSV.
 *
 * @param name what CSV calls it: a member of the JSON
 * @param head what a table calls it
 * @param width how wide it is in a table; 0 for what stands in CSV alone, below zero if it is on the left
 * @param value finds its value in a row
 * @param shown how a table shows it
 */
record Column(
        String name,
        String head,
        int width,
        Function<Map<String, Object>, @Nullable Object> value,
        Function<Object, String> shown) {
    /** The member of a row that says what went wrong on a server. */
    static final String ERROR = "error";

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    static final List<Column> MEETINGS = List.of(
            text("meetingID", 40),
            number("participantCount", "people", 6),
            number("videoCount", "video", 5),
            time("createTime", "created (UTC)"),
            text("meetingName", 1),
            only("internalMeetingID"),
            only("running"),
            only("recording"),
            only("moderatorCount"),
            only("listenerCount"),
            only("voiceParticipantCount"),
            only("isBreakout"));

    static final List<Column> RECORDINGS = List.of(
            text("recordID", 54),
            text("state", 11),
            time("startTime", "started (UTC)"),
            number("participants", "people", 6),
            text("name", 1),
            only("meetingID"),
            only("internalMeetingID"),
            only("published"),
            only("endTime"),
            only("size"),
            new Column("formats", "", 0, Column::formats, String::valueOf));

    static final List<Column> PROFILES = List.of(
            text("version", 9),
            text("oldest", 9),
            text("balancer", 10),
            text("strongest", 9),
            text("formPost", 8),
            text("paging", 7),
            text("hooks", 7),
            only("hooksAlgorithm"),
            only("urlBudget"));

    static final List<Column> REPORTS = Stream.of(
                    "server",
                    "state",
                    "poll",
                    "at",
                    "serverDate",
                    "startedAt",
                    "latency",
                    "lag",
                    "meetingsKnown",
                    "meetings",
                    "participants",
                    "listeners",
                    "voiceParticipants",
                    "videos",
                    "moderators",
                    "largestMeeting",
                    "bbbVersion",
                    ERROR)
            .map(Column::only)
            .toList();

    static final List<Column> EVENTS = Stream.of(
                    "event",
                    "server",
                    "poll",
                    "at",
                    "serverDate",
                    "from",
                    "state",
                    "reason",
                    "draining",
                    "cordoned",
                    "meetingID",
                    "internalMeetingID",
                    "meetingName",
                    "recording",
                    "userID",
                    "fullName",
                    "role")
            .map(Column::only)
            .toList();

    /** Returns columns for rows of many servers: which one it is, and what went wrong there. */
    static List<Column> ofMany(List<Column> columns) {
        return Stream.of(Stream.of(text(FleetAnswer.SERVER, 16)), columns.stream(), Stream.of(only(ERROR)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Column text(String name, int width) {
        return new Column(name, name, -width, row -> row.get(name), String::valueOf);
    }

    private static Column number(String name, String head, int width) {
        return new Column(name, head, width, row -> row.get(name), String::valueOf);
    }

    private static Column time(String name, String head) {
        return new Column(name, head, -16, row -> row.get(name), Column::minutes);
    }

    private static Column only(String name) {
        return new Column(name, "", 0, row -> row.get(name), String::valueOf);
    }

    private static String minutes(Object millis) {
        return millis instanceof Long time
                ? MINUTES.format(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC))
                : String.valueOf(millis);
    }

    private static @Nullable Object formats(Map<String, Object> row) {
        return row.get("playback") instanceof List<?> formats
                ? formats.stream()
                        .map(format -> format instanceof Map<?, ?> members ? String.valueOf(members.get("type")) : "")
                        .collect(Collectors.joining(" "))
                : null;
    }
}
