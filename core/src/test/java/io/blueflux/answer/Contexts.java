// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.AnswerLimits;
import io.blueflux.ApiCall;
import io.blueflux.SharedSecret;
import io.blueflux.error.CallSite;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.model.Recording;
import io.blueflux.parameter.Blotter;
import io.blueflux.parameter.RequestParameters;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The calls that the tests' answers belong to. */
final class Contexts {
    static final String SECRET = "639259d4-9dd8-4b25-bf01-0123456789ab";
    static final AnswerContext OK = with(200, AnswerLimits.DEFAULT);
    static final Supplier<ChunkDecoder<Meeting>> MEETINGS = () -> MeetingDecoders.getMeetings(OK);
    static final Supplier<ChunkDecoder<Meeting>> COUNTERS =
            () -> MeetingDecoders.getMeetings(OK, MeetingFields.COUNTERS);
    static final Supplier<ChunkDecoder<Meeting>> COUNTERS_AND_METADATA =
            () -> MeetingDecoders.getMeetings(OK, MeetingFields.COUNTERS_AND_METADATA);
    static final Supplier<ChunkDecoder<Meeting>> MEETING_INFO = () -> MeetingDecoders.getMeetingInfo(OK);
    static final Supplier<ChunkDecoder<Recording>> RECORDINGS = () -> RecordingDecoders.getRecordings(OK);

    private Contexts() {}

    /** Returns what of a meeting its counters are. */
    static Meeting counters(Meeting meeting) {
        return counters(meeting, Map.of());
    }

    static Meeting countersAndMetadata(Meeting meeting) {
        return counters(meeting, meeting.metadata());
    }

    private static Meeting counters(Meeting meeting, Map<String, String> metadata) {
        return new Meeting(
                meeting.meetingId(),
                meeting.internalMeetingId(),
                meeting.meetingName(),
                meeting.times(),
                meeting.state(),
                meeting.counts(),
                new Meeting.Access(null, null, null, null),
                List.of(),
                metadata,
                meeting.breakout(),
                List.of(),
                List.of());
    }

    static List<Meeting> counters(List<Meeting> meetings) {
        return meetings.stream().map(Contexts::counters).toList();
    }

    static AnswerContext with(AnswerLimits limits) {
        return with(200, limits);
    }

    static AnswerContext with(int status, AnswerLimits limits) {
        return new AnswerContext(new CallSite("bbb1", "getMeetings"), status, limits, blotter(Map.of()));
    }

    static Blotter blotter(Map<String, String> parameters) {
        return Blotter.of(SharedSecret.of(SECRET), RequestParameters.of(ApiCall.CREATE, parameters));
    }
}
