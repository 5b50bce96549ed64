// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoint.Effect;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import io.blueflux.xml.Decoders;
import io.blueflux.xml.RecordingsPart;

/** The catalogue of the calls. A new call is a row here, its decoder, and a method of the client. */
public final class Endpoints {
    /** The API's root. */
    public static final Endpoint<ApiVersion> VERSION = new Endpoint<>(ApiCall.VERSION, Effect.READS, Decoders::version);
    /** create. */
    public static final Endpoint<CreatedMeeting> CREATE =
            new Endpoint<>(ApiCall.CREATE, Effect.CHANGES, Decoders::create);
    /** join, answered. */
    public static final Endpoint<JoinedMeeting> JOIN =
            new Endpoint<>(ApiCall.JOIN, Effect.CHANGES, Decoders::join, new JoinRedirect());
    /** isMeetingRunning. */
    public static final Endpoint<MeetingRunning> IS_MEETING_RUNNING =
            new Endpoint<>(ApiCall.IS_MEETING_RUNNING, Effect.READS, Decoders::isMeetingRunning);
    /** end. */
    public static final Endpoint<EndedMeeting> END = new Endpoint<>(ApiCall.END, Effect.CHANGES_ONCE, Decoders::end);
    /** getMeetings. */
    public static final Endpoint<Meeting> GET_MEETINGS =
            new Endpoint<>(ApiCall.GET_MEETINGS, Effect.READS, Decoders::getMeetings);
    /** getMeetingInfo. */
    public static final Endpoint<Meeting> GET_MEETING_INFO =
            new Endpoint<>(ApiCall.GET_MEETING_INFO, Effect.READS, Decoders::getMeetingInfo);
    /** getRecordings. */
    public static final Endpoint<Recording> GET_RECORDINGS =
            new Endpoint<>(ApiCall.GET_RECORDINGS, Effect.READS, Decoders::getRecordings);
    /** getRecordings with what is said of all recordings. */
    public static final Endpoint<RecordingsPart> GET_RECORDINGS_PARTS =
            new Endpoint<>(ApiCall.GET_RECORDINGS, Effect.READS, Decoders::getRecordingsParts);
    /** deleteRecordings. */
    public static final Endpoint<DeletedRecordings> DELETE_RECORDINGS =
            new Endpoint<>(ApiCall.DELETE_RECORDINGS, Effect.CHANGES_ONCE, Decoders::deleteRecordings);

    private Endpoints() {}
}
