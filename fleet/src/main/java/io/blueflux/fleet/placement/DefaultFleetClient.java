// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.ApiCall;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.LocatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import io.blueflux.model.SentChatMessage;
import io.blueflux.model.Status;
import io.blueflux.model.UpdatedRecordings;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.Validation;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.InsertDocumentRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.RecordingsUpdate;
import io.blueflux.request.SimpleRequest;
import io.blueflux.sign.SignedCall;
import io.blueflux.value.Given;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One line a call: which it is, of which meeting, and what is sent to its server. Requests are built to be refused at the call. */
final class DefaultFleetClient implements FleetClient {
    private final BbbFleet fleet;
    private final MeetingPlacement placement;
    private final PlacementMemory memory;
    private final Routing routing;
    private final AllServers all;

    DefaultFleetClient(BbbFleet fleet, MeetingPlacement placement) {
        this.fleet = fleet;
        this.placement = placement;
        this.memory = placement instanceof PlacementMemory ours ? ours : PlacementMemory.NONE;
        this.routing = new Routing(fleet, placement);
        this.all = new AllServers(fleet);
    }

    @Override
    public Mono<PlacedMeeting> create(CreateRequest request) {
        return placement.findOrCreate(Objects.requireNonNull(request, "request"));
    }

    @Override
    public Mono<PlacedMeeting> create(CreateRequest request, PlacementHints hints) {
        Objects.requireNonNull(request, "request");
        return placement.findOrCreate(request, Objects.requireNonNull(hints, "hints"));
    }

    @Override
    public Mono<SignedCall> joinUrl(JoinRequest request) {
        Objects.requireNonNull(request, "request");
        return routing.call(
                ApiCall.JOIN,
                meetingId(request),
                (client, found) -> Mono.fromSupplier(() -> client.joinUrl(bound(request, found))));
    }

    @Override
    public Mono<JoinedMeeting> join(JoinRequest request) {
        Objects.requireNonNull(request, "request");
        return routing.call(ApiCall.JOIN, meetingId(request), (client, found) -> client.join(bound(request, found)));
    }

    /** Returns a request that joins this very meeting, or the one that it says. */
    private static JoinRequest bound(JoinRequest request, LocatedMeeting found) {
        Instant created = found.meeting().times().createTime();
        boolean isBound = request.parameters().get(Parameter.CREATE_TIME.wireName()) != null;
        return isBound || created == null ? request : request.withCreateTime(created);
    }

    @Override
    public Mono<MeetingRunning> isMeetingRunning(String meetingId) {
        checkMeetingId(meetingId);
        return routing.call(
                        ApiCall.IS_MEETING_RUNNING, meetingId, (client, found) -> client.isMeetingRunning(meetingId))
                .onErrorResume(Asking::isAbsence, absent -> Mono.just(notRunning()));
    }

    private static MeetingRunning notRunning() {
        return new MeetingRunning(new Status("SUCCESS", null, null), false, List.of());
    }

    @Override
    public Mono<EndedMeeting> end(String meetingId) {
        checkMeetingId(meetingId);
        return end(meetingId, client -> client.end(meetingId));
    }

    @Override
    public Mono<EndedMeeting> end(String meetingId, String moderatorPassword) {
        checkMeetingId(meetingId);
        Objects.requireNonNull(moderatorPassword, "moderatorPassword");
        SimpleRequest.end(meetingId, moderatorPassword, Validation.LENIENT);
        return end(meetingId, client -> client.end(meetingId, moderatorPassword));
    }

    private Mono<EndedMeeting> end(String meetingId, Function<BbbClient, Mono<EndedMeeting>> end) {
        return routing.call(
                ApiCall.END,
                meetingId,
                (client, found) -> end.apply(client).doOnNext(ended -> memory.gone(found.server(), meetingId)));
    }

    @Override
    public Mono<Meeting> getMeetingInfo(String meetingId) {
        checkMeetingId(meetingId);
        Mono<Meeting> found =
                routing.call(ApiCall.GET_MEETING_INFO, meetingId, (client, where) -> client.getMeetingInfo(meetingId));
        return Mono.defer(() -> {
            String server = memory.server(meetingId);
            return server == null
                    ? found
                    : routing.at(server, meetingId, client -> client.getMeetingInfo(meetingId))
                            .onErrorResume(Asking::isAbsence, absent -> {
                                memory.gone(server, meetingId);
                                return found;
                            });
        });
    }

    @Override
    public Mono<InsertedDocuments> insertDocument(InsertDocumentRequest request) {
        Objects.requireNonNull(request, "request");
        return routing.call(
                ApiCall.INSERT_DOCUMENT, meetingId(request), (client, found) -> client.insertDocument(request));
    }

    @Override
    public Mono<SentChatMessage> sendChatMessage(String meetingId, String message) {
        checkMeetingId(meetingId);
        SimpleRequest.sendChatMessage(meetingId, Objects.requireNonNull(message, "message"));
        return routing.call(
                ApiCall.SEND_CHAT_MESSAGE, meetingId, (client, found) -> client.sendChatMessage(meetingId, message));
    }

    @Override
    public Mono<SentChatMessage> sendChatMessage(String meetingId, String message, String userName) {
        checkMeetingId(meetingId);
        Objects.requireNonNull(message, "message");
        SimpleRequest.sendChatMessage(meetingId, message, Objects.requireNonNull(userName, "userName"));
        return routing.call(
                ApiCall.SEND_CHAT_MESSAGE,
                meetingId,
                (client, found) -> client.sendChatMessage(meetingId, message, userName));
    }

    @Override
    public Flux<FromServer<Meeting>> getMeetings() {
        return getMeetings(MeetingFields.ALL);
    }

    @Override
    public Flux<FromServer<Meeting>> getMeetings(MeetingFields fields) {
        Objects.requireNonNull(fields, "fields");
        return all.ask(client -> client.getMeetings(fields));
    }

    @Override
    public Flux<FromServer<Recording>> getRecordings(RecordingsQuery query) {
        Objects.requireNonNull(query, "query");
        return all.ask(client -> client.getRecordings(query));
    }

    @Override
    public Flux<RecordingResult> publishRecordings(boolean publish, String... recordIds) {
        List<String> ids = Given.all(recordIds, "recordIds");
        SimpleRequest.publishRecordings(publish, ids);
        RecordingChange change = new RecordingChange(
                ApiCall.PUBLISH_RECORDINGS,
                (client, some) -> client.publishRecordings(publish, some).thenReturn(true));
        return RecordingChanges.of(fleet, change, ids);
    }

    @Override
    public Flux<RecordingResult> deleteRecordings(String... recordIds) {
        List<String> ids = Given.all(recordIds, "recordIds");
        SimpleRequest.deleteRecordings(ids);
        RecordingChange change = new RecordingChange(
                ApiCall.DELETE_RECORDINGS,
                (client, some) -> client.deleteRecordings(some).map(DeletedRecordings::deleted));
        return RecordingChanges.of(fleet, change, ids);
    }

    @Override
    public Flux<RecordingResult> updateRecordings(RecordingsUpdate request) {
        Objects.requireNonNull(request, "request");
        RecordingChange change = new RecordingChange(
                ApiCall.UPDATE_RECORDINGS,
                (client, some) ->
                        client.updateRecordings(request.withRecordIds(some)).map(UpdatedRecordings::updated));
        return RecordingChanges.of(fleet, change, request.recordIds());
    }

    private static String meetingId(ApiRequest request) {
        return checkMeetingId(
                Objects.requireNonNull(request.parameters().get(Parameter.MEETING_ID.wireName()), "meetingID"));
    }

    /** Whether a client lets pass what is odd is up to the client. */
    private static String checkMeetingId(String meetingId) {
        Objects.requireNonNull(meetingId, "meetingId");
        SimpleRequest.getMeetingInfo(meetingId, Validation.LENIENT);
        if (meetingId.isBlank()) {
            throw new IllegalArgumentException("meetingID must not be blank");
        }
        return meetingId;
    }
}
