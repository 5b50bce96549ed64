// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.FromServer;
import io.blueflux.fleet.placement.RecordingResult;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import io.blueflux.model.SentChatMessage;
import io.blueflux.parameter.Parameter;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.InsertDocumentRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.RecordingsUpdate;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls that a fleet makes as if it were one server. */
final class FleetCalls {
    private FleetCalls() {}

    /** What a fleet says of a create is more than what the server answered. */
    static Flux<FleetAnswer> create(
            FleetClient fleet, FleetRequest request, Function<CreatedMeeting, JsonObject> shapeOfOne) {
        CreateRequest.Builder create =
                CreateRequest.builder(request.take(Parameter.MEETING_ID), request.take(Parameter.NAME));
        request.takeRest(create::parameter);
        request.documents().forEach(create::document);
        return fleet.create(create.build())
                .map(Answers::placed)
                .map(FleetAnswer::of)
                .flux();
    }

    static Mono<JoinedMeeting> join(FleetClient fleet, FleetRequest request) {
        return fleet.join(joining(request));
    }

    static JoinRequest joining(FleetRequest request) {
        JoinRequest.Builder join =
                JoinRequest.builder(request.take(Parameter.MEETING_ID), request.take(Parameter.FULL_NAME));
        request.takeRest(join::parameter);
        return join.build();
    }

    static Mono<MeetingRunning> isMeetingRunning(FleetClient fleet, FleetRequest request) {
        return fleet.isMeetingRunning(onlyMeetingId(request));
    }

    static Mono<EndedMeeting> end(FleetClient fleet, FleetRequest request) {
        String password = request.takeIfGiven(Parameter.PASSWORD);
        String meetingId = onlyMeetingId(request);
        return password == null ? fleet.end(meetingId) : fleet.end(meetingId, password);
    }

    static Mono<Meeting> getMeetingInfo(FleetClient fleet, FleetRequest request) {
        return fleet.getMeetingInfo(onlyMeetingId(request));
    }

    static Mono<InsertedDocuments> insertDocument(FleetClient fleet, FleetRequest request) {
        return fleet.insertDocument(InsertDocumentRequest.of(onlyMeetingId(request), request.documents()));
    }

    static Mono<SentChatMessage> sendChatMessage(FleetClient fleet, FleetRequest request) {
        String message = request.take(Parameter.CHAT_MESSAGE);
        String userName = request.takeIfGiven(Parameter.USER_NAME);
        String meetingId = onlyMeetingId(request);
        return userName == null
                ? fleet.sendChatMessage(meetingId, message)
                : fleet.sendChatMessage(meetingId, message, userName);
    }

    static Flux<FromServer<Meeting>> getMeetings(FleetClient fleet, FleetRequest request) {
        request.end();
        return fleet.getMeetings();
    }

    static Flux<FromServer<Recording>> getRecordings(FleetClient fleet, FleetRequest request) {
        RecordingsQuery.Builder query = RecordingsQuery.builder();
        request.takeRest(query::parameter);
        return fleet.getRecordings(query.build());
    }

    static Flux<RecordingResult> publishRecordings(FleetClient fleet, FleetRequest request) {
        boolean publish = Boolean.parseBoolean(request.take(Parameter.PUBLISH));
        String[] recordIds = request.takeList(Parameter.RECORD_ID);
        request.end();
        return fleet.publishRecordings(publish, recordIds);
    }

    static Flux<RecordingResult> deleteRecordings(FleetClient fleet, FleetRequest request) {
        String[] recordIds = request.takeList(Parameter.RECORD_ID);
        request.end();
        return fleet.deleteRecordings(recordIds);
    }

    static Flux<RecordingResult> updateRecordings(FleetClient fleet, FleetRequest request) {
        RecordingsUpdate.Builder update = RecordingsUpdate.builder(request.takeList(Parameter.RECORD_ID));
        request.takeRest(update::parameter);
        return fleet.updateRecordings(update.build());
    }

    private static String onlyMeetingId(FleetRequest request) {
        String meetingId = request.take(Parameter.MEETING_ID);
        request.end();
        return meetingId;
    }
}
