// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.error.CallSite;
import io.blueflux.error.TransportException;
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
import io.blueflux.profile.ServerProfile;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;
import io.blueflux.reactor.RetryPolicy;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.HookRequest;
import io.blueflux.request.InsertDocumentRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.RecordingsUpdate;
import io.blueflux.request.SessionRequest;
import io.blueflux.request.TextTrackUpload;
import io.blueflux.request.UserSession;
import io.blueflux.sign.SignedCall;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The client of a name: what users of the fleet hold on to. Each call goes to the client of the newest entry of that name when it
 * is subscribed to; once the name is gone it ends in an error. One line a call. Thread-safe.
 */
final class ClientOfName implements BbbClient {
    private final ClientCreates creates;
    private volatile Now now;

    /** The newest entry and its client; without one it could not be made, or the name is gone. */
    private record Now(BbbServer server, @Nullable BbbClient client, boolean removed) {}

    ClientOfName(BbbServer server, @Nullable BbbClient client, ClientCreates creates) {
        this.creates = creates;
        this.now = new Now(server, client, false);
    }

    /** Asks by another entry of the name from now on. */
    void turn(BbbServer server, @Nullable BbbClient client) {
        now = new Now(server, client, false);
    }

    /** Asks nobody any more. The calls in flight go on. */
    void end() {
        now = new Now(now.server(), null, true);
    }

    /**
     * Asks nobody any more, if whatever creates that went through it made is in the answer of a poll that began at a time; returns
     * whether it is.
     */
    boolean endIfListedBy(Instant pollBegan) {
        boolean ends = creates.shutIfListedBy(pollBegan);
        if (ends) {
            end();
        }
        return ends;
    }

    /** Returns whom it asks; null if there is nobody. */
    @Nullable
    BbbClient client() {
        return now.client();
    }

    /** Returns the newest entry's, also when the name is gone. */
    @Override
    public BbbServer server() {
        return now.server();
    }

    @Override
    public Mono<ApiVersion> version() {
        return mono(ApiCall.VERSION, client -> client.version());
    }

    @Override
    public Mono<ServerProfile> probe() {
        return mono(ApiCall.VERSION, client -> client.probe());
    }

    @Override
    public Mono<CreatedMeeting> create(CreateRequest request) {
        Mono<CreatedMeeting> create = mono(ApiCall.CREATE, client -> client.create(request));
        return Mono.fromDirect(counted(create.flux(), !request.isRepeatable()));
    }

    @Override
    public SignedCall joinUrl(JoinRequest request) {
        return signing().joinUrl(request);
    }

    @Override
    public Mono<JoinedMeeting> join(JoinRequest request) {
        return mono(ApiCall.JOIN, client -> client.join(request));
    }

    @Override
    public Mono<MeetingRunning> isMeetingRunning(String meetingId) {
        return mono(ApiCall.IS_MEETING_RUNNING, client -> client.isMeetingRunning(meetingId));
    }

    @Override
    public Mono<EndedMeeting> end(String meetingId) {
        return mono(ApiCall.END, client -> client.end(meetingId));
    }

    @Override
    public Mono<EndedMeeting> end(String meetingId, String moderatorPassword) {
        return mono(ApiCall.END, client -> client.end(meetingId, moderatorPassword));
    }

    @Override
    public Flux<Meeting> getMeetings() {
        return flux(ApiCall.GET_MEETINGS, client -> client.getMeetings());
    }

    @Override
    public Flux<Meeting> getMeetings(MeetingFields fields) {
        return flux(ApiCall.GET_MEETINGS, client -> client.getMeetings(fields));
    }

    @Override
    public Mono<Meeting> getMeetingInfo(String meetingId) {
        return mono(ApiCall.GET_MEETING_INFO, client -> client.getMeetingInfo(meetingId));
    }

    @Override
    public Flux<MeetingResult> getMeetingsWithInfo(FanOut fanOut) {
        return flux(ApiCall.GET_MEETINGS, client -> client.getMeetingsWithInfo(fanOut));
    }

    @Override
    public Flux<Recording> getRecordings(RecordingsQuery query) {
        return flux(ApiCall.GET_RECORDINGS, client -> client.getRecordings(query));
    }

    @Override
    public Mono<RecordingsPage> getRecordingsPage(RecordingsQuery query) {
        return mono(ApiCall.GET_RECORDINGS, client -> client.getRecordingsPage(query));
    }

    @Override
    public Flux<Recording> allRecordings(RecordingsQuery query, RetryPolicy resumption) {
        return flux(ApiCall.GET_RECORDINGS, client -> client.allRecordings(query, resumption));
    }

    @Override
    public Mono<DeletedRecordings> deleteRecordings(String... recordIds) {
        String[] ids = Objects.requireNonNull(recordIds, "recordIds").clone();
        return mono(ApiCall.DELETE_RECORDINGS, client -> client.deleteRecordings(ids));
    }

    @Override
    public Mono<PublishedRecordings> publishRecordings(boolean publish, String... recordIds) {
        String[] ids = Objects.requireNonNull(recordIds, "recordIds").clone();
        return mono(ApiCall.PUBLISH_RECORDINGS, client -> client.publishRecordings(publish, ids));
    }

    @Override
    public Mono<UpdatedRecordings> updateRecordings(RecordingsUpdate request) {
        return mono(ApiCall.UPDATE_RECORDINGS, client -> client.updateRecordings(request));
    }

    @Override
    public Mono<InsertedDocuments> insertDocument(InsertDocumentRequest request) {
        return mono(ApiCall.INSERT_DOCUMENT, client -> client.insertDocument(request));
    }

    @Override
    public Mono<UploadedTextTrack> putRecordingTextTrack(TextTrackUpload request) {
        return mono(ApiCall.PUT_RECORDING_TEXT_TRACK, client -> client.putRecordingTextTrack(request));
    }

    @Override
    public Flux<TextTrack> getRecordingTextTracks(String recordId) {
        return flux(ApiCall.GET_RECORDING_TEXT_TRACKS, client -> client.getRecordingTextTracks(recordId));
    }

    @Override
    public Flux<Session> getSessions() {
        return flux(ApiCall.GET_SESSIONS, client -> client.getSessions());
    }

    @Override
    public Mono<SentChatMessage> sendChatMessage(String meetingId, String message) {
        return mono(ApiCall.SEND_CHAT_MESSAGE, client -> client.sendChatMessage(meetingId, message));
    }

    @Override
    public Mono<SentChatMessage> sendChatMessage(String meetingId, String message, String userName) {
        return mono(ApiCall.SEND_CHAT_MESSAGE, client -> client.sendChatMessage(meetingId, message, userName));
    }

    @Override
    public Mono<JoinUrl> getJoinUrl(SessionRequest request) {
        return mono(ApiCall.GET_JOIN_URL, client -> client.getJoinUrl(request));
    }

    @Override
    public Mono<LearningDashboard> learningDashboard(UserSession session) {
        return mono(ApiCall.LEARNING_DASHBOARD, client -> client.learningDashboard(session));
    }

    @Override
    public Mono<CreatedHook> hooksCreate(HookRequest request) {
        return mono(ApiCall.HOOKS_CREATE, client -> client.hooksCreate(request));
    }

    @Override
    public Flux<Hook> hooksList() {
        return flux(ApiCall.HOOKS_LIST, client -> client.hooksList());
    }

    @Override
    public Flux<Hook> hooksList(String meetingId) {
        return flux(ApiCall.HOOKS_LIST, client -> client.hooksList(meetingId));
    }

    @Override
    public Mono<DestroyedHook> hooksDestroy(String hookId) {
        return mono(ApiCall.HOOKS_DESTROY, client -> client.hooksDestroy(hookId));
    }

    @Override
    public Mono<String> hooksPing() {
        return mono(ApiCall.HOOKS_PING, client -> client.hooksPing());
    }

    @Override
    public Mono<Element> call(String call, Map<String, String> parameters) {
        ApiCall named = ApiCall.of(Objects.requireNonNull(call, "call"));
        Map<String, String> copy = new LinkedHashMap<>(Objects.requireNonNull(parameters, "parameters"));
        Mono<Element> answer = mono(named, client -> client.call(call, copy));
        return named.equals(ApiCall.CREATE) ? Mono.fromDirect(counted(answer.flux(), true)) : answer;
    }

    @Override
    public <T> Flux<T> call(Endpoint<T> endpoint, ApiRequest request) {
        Objects.requireNonNull(request, "request");
        Flux<T> answer = flux(request.call(), client -> client.call(endpoint, request));
        return request.call().equals(ApiCall.CREATE) ? counted(answer, !request.isRepeatable()) : answer;
    }

    /** Does nothing: the fleet closes what its clients share. */
    @Override
    public Mono<Void> disposeLater() {
        return Mono.empty();
    }

    /** Returns the server's name. */
    @Override
    public String toString() {
        return "BbbClient for " + server();
    }

    /** Made at once, which refuses arguments that cannot be sent, and made again if another client is to be asked later. */
    private <T> Mono<T> mono(ApiCall call, Function<BbbClient, Mono<T>> how) {
        BbbClient first = client();
        Mono<T> made = first == null ? nobody(call) : how.apply(first);
        return HostWall.around(() -> {
            BbbClient later = client();
            return later == null ? nobody(call) : later == first ? made : how.apply(later);
        });
    }

    private <T> Flux<T> flux(ApiCall call, Function<BbbClient, Flux<T>> how) {
        BbbClient first = client();
        Flux<T> made = first == null ? this.<T>nobody(call).flux() : how.apply(first);
        return Flux.defer(() -> {
            try {
                BbbClient later = client();
                return later == null ? this.<T>nobody(call).flux() : later == first ? made : how.apply(later);
            } catch (Throwable e) { // Reactor throws errors of the JVM on, and tells no subscriber
                return Flux.error(e);
            }
        });
    }

    private <T> Flux<T> counted(Flux<T> create, boolean once) {
        return creates.counted(create, once, () -> ended(ApiCall.CREATE));
    }

    private <T> Mono<T> nobody(ApiCall call) {
        return Mono.error(ended(call));
    }

    private TransportException ended(ApiCall call) {
        Now why = now;
        CallSite site = new CallSite(why.server().name(), call.toString());
        return new TransportException(site, TransportException.Kind.CLIENT_CLOSED, problem(why), null);
    }

    private BbbClient signing() {
        Now whom = now;
        BbbClient client = whom.client();
        if (client == null) {
            throw new IllegalStateException(whom.server().name() + ": " + problem(whom));
        }
        return client;
    }

    private static String problem(Now why) {
        return why.removed() ? "the server was removed from the fleet" : "the server's client could not be set up";
    }
}
