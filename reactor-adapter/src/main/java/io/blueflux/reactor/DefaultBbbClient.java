// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedHook;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.DestroyedHook;
import io.blueflux.model.Element;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Hook;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.JoinUrl;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.LearningDashboard;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.PublishedRecordings;
import io.blueflux.model.Recording;
import io.blueflux.model.RecordingsPage;
import io.blueflux.model.SentChatMessage;
import io.blueflux.model.Session;
import io.blueflux.model.TextTrack;
import io.blueflux.model.UpdatedRecordings;
import io.blueflux.model.UploadedTextTrack;
import io.blueflux.parameter.Validation;
import io.blueflux.profile.ServerProfile;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.HookRequest;
import io.blueflux.request.InsertDocumentRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.RecordingsUpdate;
import io.blueflux.request.SessionRequest;
import io.blueflux.request.SimpleRequest;
import io.blueflux.request.TextTrackUpload;
import io.blueflux.request.UserSession;
import io.blueflux.sign.SignedCall;
import io.blueflux.value.Given;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One line a call. */
final class DefaultBbbClient implements BbbClient {
    private final BbbServer server;
    private final ClientTransport transport;
    private final ClientCalls exchange;
    private final Validation validation;

    DefaultBbbClient(ClientSettings settings) {
        this.server = settings.server();
        this.transport = new ClientTransport(settings);
        this.exchange = new ClientCalls(settings, transport);
        this.validation = settings.requests().validation();
    }

    @Override
    public BbbServer server() {
        return server;
    }

    @Override
    public Mono<ApiVersion> version() {
        return one(Endpoints.VERSION, SimpleRequest.version());
    }

    @Override
    public Mono<ServerProfile> probe() {
        return Guarded.mono(new ProbeSteps(exchange).profile());
    }

    @Override
    public Mono<CreatedMeeting> create(CreateRequest request) {
        return one(Endpoints.CREATE, request);
    }

    @Override
    public SignedCall joinUrl(JoinRequest request) {
        Objects.requireNonNull(request, "request");
        return exchange.sign(request).call();
    }

    @Override
    public Mono<JoinedMeeting> join(JoinRequest request) {
        Objects.requireNonNull(request, "request");
        return one(Endpoints.JOIN, request.withRedirect(false));
    }

    @Override
    public Mono<MeetingRunning> isMeetingRunning(String meetingId) {
        return one(Endpoints.IS_MEETING_RUNNING, SimpleRequest.isMeetingRunning(meetingId, validation));
    }

    @Override
    public Mono<EndedMeeting> end(String meetingId) {
        return one(Endpoints.END, SimpleRequest.end(meetingId, validation));
    }

    @Override
    public Mono<EndedMeeting> end(String meetingId, String moderatorPassword) {
        return one(Endpoints.END, SimpleRequest.end(meetingId, moderatorPassword, validation));
    }

    @Override
    public Flux<Meeting> getMeetings() {
        return getMeetings(MeetingFields.ALL);
    }

    @Override
    public Flux<Meeting> getMeetings(MeetingFields fields) {
        Objects.requireNonNull(fields, "fields");
        return many(Endpoints.getMeetings(fields), SimpleRequest.getMeetings());
    }

    @Override
    public Mono<Meeting> getMeetingInfo(String meetingId) {
        return one(Endpoints.GET_MEETING_INFO, SimpleRequest.getMeetingInfo(meetingId, validation));
    }

    @Override
    public Flux<MeetingResult> getMeetingsWithInfo(FanOut fanOut) {
        Objects.requireNonNull(fanOut, "fanOut");
        transport.requireConnections(fanOut.concurrency());
        FanOutMeetings meetings = new FanOutMeetings(
                server.name(),
                this::getMeetings,
                request -> call(Endpoints.GET_MEETING_INFO, request),
                fanOut,
                transport.pool());
        return Guarded.flux(meetings.results());
    }

    @Override
    public Flux<Recording> getRecordings(RecordingsQuery query) {
        Objects.requireNonNull(query, "query");
        return many(Endpoints.GET_RECORDINGS, query);
    }

    @Override
    public Mono<RecordingsPage> getRecordingsPage(RecordingsQuery query) {
        Objects.requireNonNull(query, "query");
        return one(Endpoints.GET_RECORDINGS_PAGE, query);
    }

    @Override
    public Flux<Recording> allRecordings(RecordingsQuery query, RetryPolicy resumption) {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(resumption, "resumption");
        exchange.sign(query.withPage(Integer.MAX_VALUE, 100)); // refuses at the call what no page would fit into
        RecordingsWalk walk = new RecordingsWalk(
                query,
                page -> exchange.call(Endpoints.GET_RECORDINGS_PARTS, page, RetryPolicy.NONE),
                page -> exchange.repeat(resumption, page));
        return Guarded.flux(walk.recordings());
    }

    @Override
    public Mono<DeletedRecordings> deleteRecordings(String... recordIds) {
        return one(Endpoints.DELETE_RECORDINGS, SimpleRequest.deleteRecordings(Given.all(recordIds, "recordIds")));
    }

    @Override
    public Mono<PublishedRecordings> publishRecordings(boolean publish, String... recordIds) {
        return one(
                Endpoints.PUBLISH_RECORDINGS,
                SimpleRequest.publishRecordings(publish, Given.all(recordIds, "recordIds")));
    }

    @Override
    public Mono<UpdatedRecordings> updateRecordings(RecordingsUpdate request) {
        return one(Endpoints.UPDATE_RECORDINGS, request);
    }

    @Override
    public Mono<InsertedDocuments> insertDocument(InsertDocumentRequest request) {
        return one(Endpoints.INSERT_DOCUMENT, request);
    }

    @Override
    public Mono<UploadedTextTrack> putRecordingTextTrack(TextTrackUpload request) {
        return one(Endpoints.PUT_RECORDING_TEXT_TRACK, request);
    }

    @Override
    public Flux<TextTrack> getRecordingTextTracks(String recordId) {
        return many(Endpoints.GET_RECORDING_TEXT_TRACKS, SimpleRequest.getRecordingTextTracks(recordId));
    }

    @Override
    public Flux<Session> getSessions() {
        return many(Endpoints.GET_SESSIONS, SimpleRequest.getSessions());
    }

    @Override
    public Mono<SentChatMessage> sendChatMessage(String meetingId, String message) {
        return one(Endpoints.SEND_CHAT_MESSAGE, SimpleRequest.sendChatMessage(meetingId, message));
    }

    @Override
    public Mono<SentChatMessage> sendChatMessage(String meetingId, String message, String userName) {
        return one(Endpoints.SEND_CHAT_MESSAGE, SimpleRequest.sendChatMessage(meetingId, message, userName));
    }

    @Override
    public Mono<JoinUrl> getJoinUrl(SessionRequest request) {
        return one(Endpoints.GET_JOIN_URL, request);
    }

    @Override
    public Mono<LearningDashboard> learningDashboard(UserSession session) {
        return one(Endpoints.LEARNING_DASHBOARD, SessionRequest.learningDashboard(session));
    }

    @Override
    public Mono<CreatedHook> hooksCreate(HookRequest request) {
        return one(Endpoints.HOOKS_CREATE, request);
    }

    @Override
    public Flux<Hook> hooksList() {
        return many(Endpoints.HOOKS_LIST, SimpleRequest.hooksList());
    }

    @Override
    public Flux<Hook> hooksList(String meetingId) {
        return many(Endpoints.HOOKS_LIST, SimpleRequest.hooksList(meetingId));
    }

    @Override
    public Mono<DestroyedHook> hooksDestroy(String hookId) {
        return one(Endpoints.HOOKS_DESTROY, SimpleRequest.hooksDestroy(hookId));
    }

    @Override
    public Mono<String> hooksPing() {
        return one(Endpoints.HOOKS_PING, SimpleRequest.hooksPing());
    }

    @Override
    public Mono<Element> call(String call, Map<String, String> parameters) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(parameters, "parameters");
        ApiCall apiCall = ApiCall.of(call);
        return one(Endpoints.unknown(apiCall), SimpleRequest.of(apiCall, parameters, null));
    }

    @Override
    public <T> Flux<T> call(Endpoint<T> endpoint, ApiRequest request) {
        return many(endpoint, request);
    }

    @Override
    public Mono<Void> disposeLater() {
        return Guarded.mono(transport.disposeLater());
    }

    /** Returns the server's name. */
    @Override
    public String toString() {
        return "BbbClient for " + server;
    }

    private <T> Flux<T> many(Endpoint<T> endpoint, ApiRequest request) {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(request, "request");
        return Guarded.flux(exchange.call(endpoint, request));
    }

    private <T> Mono<T> one(Endpoint<T> endpoint, ApiRequest request) {
        return Guarded.mono(exchange.call(endpoint, Objects.requireNonNull(request, "request"))
                .single());
    }
}
