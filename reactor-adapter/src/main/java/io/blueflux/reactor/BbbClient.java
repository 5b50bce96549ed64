// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoint;
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
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The calls of one BBB server. Thread-safe; make one and keep it, since it holds the connections.
 *
 * <p>Every publisher is cold: nothing is signed or sent before it is subscribed to, and each subscription is a call of its
 * own. Cancelling closes the call's connection. A {@code Mono} emits one value or an error, never nothing. Signals arrive
 * on the event loop, so a subscriber must not block there; timeouts arrive on the timer's scheduler.
 *
 * <p>Errors are {@link io.blueflux.error.BbbException}s, which name server and call. Arguments that cannot be sent are
 * refused with {@link IllegalArgumentException} when the method is called, not in the publisher. After
 * {@link #disposeLater()} or {@link #close()} calls end in a {@link io.blueflux.error.TransportException} of kind {@code CLIENT_CLOSED}.
 */
public interface BbbClient extends AutoCloseable {

    /**
     * Starts a client for a server, with the defaults.
     *
     * @param server whom to ask
     * @return a new client that makes threads and connections of its own when first used
     */
    static BbbClient create(BbbServer server) {
        return builder(server).build();
    }

    /**
     * Starts building a client for a server.
     *
     * @param server whom to ask
     * @return a builder with the defaults
     */
    static BbbClientBuilder builder(BbbServer server) {
        return new BbbClientBuilder(server);
    }

    /**
     * Returns the server that this client asks.
     *
     * @return the server
     */
    BbbServer server();

    /**
     * Asks for the API's version (BBB API, root), {@code …/api/}; not signed.
     *
     * @return one value
     */
    Mono<ApiVersion> version();

    /**
     * Finds out what the server is and can: release and balancer, as far as its answers give them away, which checksums it
     * takes, whether forms arrive. Makes at most eight small calls, one after another, and changes nothing: the root, an
     * isMeetingRunning signed with each algorithm, of a meeting that cannot exist, one without a meetingID, one as a form, and,
     * where nothing else told of a balancer, a call that does not exist. A step that fails is a
     * {@link io.blueflux.profile.Finding} of the profile.
     *
     * <p>A server may count refused checksums and lock their sender out: ask once and keep the answer.
     *
     * @return one value; an error only if the server cannot be reached, or the client is closed
     */
    Mono<ServerProfile> probe();

    /**
     * Creates a meeting (BBB API, "create"). For a meetingId in use, with the same passwords, the answer describes the
     * existing meeting; see {@link CreatedMeeting#isDuplicate()}. Documents given by URL may make old servers answer only
     * after fetching them, so this call waits longer in silence than others: {@link BbbClientBuilder#createTimeout}.
     *
     * @param request what to create
     * @return one value
     */
    Mono<CreatedMeeting> create(CreateRequest request);

    /**
     * Signs the URL by which a user's browser joins a meeting (BBB API, "join"). Sends nothing. The URL is a credential and
     * does not expire while the meeting lives.
     *
     * @param request who joins what
     * @return the signed URL
     */
    SignedCall joinUrl(JoinRequest request);

    /**
     * Joins a user to a meeting and returns the session (BBB API, "join" with {@code redirect=false}). Mostly
     * {@link #joinUrl} is what you want: the session belongs to the caller, so a browser that is sent to its URL may have to
     * be given its cookies too.
     *
     * <p>Errors that the server tells by redirecting are {@link io.blueflux.error.ApiFailedException}s like all others. A
     * balancer's redirect to the server that it chose is followed once, unless {@link BbbClientBuilder#redirects} says
     * otherwise, or not to that host. Any other redirect is a {@link io.blueflux.error.RedirectedException}.
     *
     * @param request who joins what; its {@code redirect} is replaced
     * @return one value; a guest who waits or is turned away may be one too: see
     *     {@link JoinedMeeting#isWaiting()} and {@link JoinedMeeting#isDenied()}
     */
    Mono<JoinedMeeting> join(JoinRequest request);

    /**
     * Asks whether somebody has joined a meeting (BBB API, "isMeetingRunning").
     *
     * @param meetingId the meeting
     * @return one value; not running for an unknown meeting
     */
    Mono<MeetingRunning> isMeetingRunning(String meetingId);

    /**
     * Ends a meeting (BBB API, "end"), as BBB 2.5 and later take it.
     *
     * @param meetingId the meeting
     * @return one value, when the server has taken the order
     */
    Mono<EndedMeeting> end(String meetingId);

    /**
     * Ends a meeting (BBB API, "end"), as servers before BBB 2.5 want it.
     *
     * @param meetingId the meeting
     * @param moderatorPassword the moderators' password
     * @return one value, when the server has taken the order
     */
    Mono<EndedMeeting> end(String meetingId, String moderatorPassword);

    /**
     * Lists the server's meetings (BBB API, "getMeetings"), each handed over when its end tag has been read. Demand reaches
     * the socket: what is not wanted is not read. A slow reader holds the connection.
     *
     * @return none to many meetings; an error comes after those that were complete before it
     */
    Flux<Meeting> getMeetings();

    /**
     * Lists the server's meetings as {@link #getMeetings()} does, but reads of each only what is wanted. Whoever polls for
     * numbers should not pay for attendees: they are four fifths of the bytes of busy servers.
     *
     * @param fields what of each meeting is read
     * @return none to many meetings; an error comes after those that were complete before it
     */
    Flux<Meeting> getMeetings(MeetingFields fields);

    /**
     * Describes a meeting (BBB API, "getMeetingInfo").
     *
     * @param meetingId the meeting
     * @return one value; {@code notFound} is an {@link io.blueflux.error.ApiFailedException}
     */
    Mono<Meeting> getMeetingInfo(String meetingId);

    /**
     * Lists the meetings and asks for the info of each, concurrently, while the list is still arriving: by its meetingID as
     * listed, or by its internal id if it has no other. A meeting that ended in between is left out. Never more than
     * {@link FanOut#concurrency()} infos are in flight, and never more than as many finished results wait for demand. The
     * list's own connection is one more; backpressure from slow infos holds it, which
     * a server or proxy ends after its own write timeout (nginx: 60 s), and which counts to its deadline. Fan-outs over one
     * {@code ConnectionProvider} and address, those of other clients too, take turns: their lists hold half of the pool's
     * connections at most, and a list or an info that is one too many waits until one is free. No timeout runs
     * meanwhile, and what bounds the wait are the deadlines of those that run: a list that nobody reads keeps its turn until
     * its own. A client that speaks HTTP/2 alone, and a pool without a bound, are not limited.
     *
     * @param fanOut how many at once, in which order, and what a failure does
     * @return none to many results; an error of the list comes after the results of what was listed before it
     * @throws IllegalArgumentException if the connection pool is smaller than the concurrency and one, unless the client speaks
     *     HTTP/2 alone
     */
    Flux<MeetingResult> getMeetingsWithInfo(FanOut fanOut);

    /**
     * Lists recordings (BBB API, "getRecordings"), each handed over when its end tag has been read. Demand reaches the
     * socket. Order is the server's and arbitrary. A query without ids asks for everything on the server, which may take
     * minutes.
     *
     * @param query which recordings
     * @return none to many recordings; an error comes after those that were complete before it
     */
    Flux<Recording> getRecordings(RecordingsQuery query);

    /**
     * Asks for one page of recordings and for what the server says of all (BBB API, "getRecordings"). The page is collected
     * in memory, so give the query a limit. Servers before BBB 2.6 and Scalelite ignore it and answer with everything: a page
     * is bounded in bytes, by {@code AnswerLimits.answerBytes}, and its recordings in memory by four times as many.
     *
     * @param query which recordings
     * @return one value; a page over its bound is a {@code LimitExceededException}, and a matter for
     *     {@link #allRecordings(RecordingsQuery)}, which has no bound on the count
     */
    Mono<RecordingsPage> getRecordingsPage(RecordingsQuery query);

    /**
     * Walks through all recordings that match, and begins a page again after a transient error as
     * {@link RetryPolicy#DEFAULT} says; see {@link #allRecordings(RecordingsQuery, RetryPolicy)}.
     *
     * @param query which recordings; its limit is the size of a page, 100 if it has none, and the walk begins at its offset
     * @return none to many recordings
     */
    default Flux<Recording> allRecordings(RecordingsQuery query) {
        return allRecordings(query, RetryPolicy.DEFAULT);
    }

    /**
     * Walks through all recordings that match, page by page (BBB API, "getRecordings"). Each is handed over when its end tag
     * has been read, and once by its recordID, or, if it has none, by all it says: the last half a million are remembered, by
     * fingerprints, and those before may come again. A page is asked for when a recording
     * of it is wanted. The deadline bounds each page alone. What is added or deleted meanwhile may be missed, as the server
     * numbers its recordings anew for each page.
     *
     * <p>The walk ends where the server's count ends, or with the first answer of a server that does not know pages. Old
     * servers count formats or nothing, and fail when asked for a page behind the last; so after the first page of a server
     * that does not count recordings such an error, HTTP status 500 among them, is taken for the end.
     *
     * @param query which recordings; its limit is the size of a page, 100 if it has none, and the walk begins at its offset
     * @param resumption how often a page that failed in a transient error is asked for again, and after which pauses;
     *     replaces the client's {@link BbbClientBuilder#retry}
     * @return none to many recordings; an error comes after those that were complete before it
     */
    Flux<Recording> allRecordings(RecordingsQuery query, RetryPolicy resumption);

    /**
     * Deletes recordings (BBB API, "deleteRecordings"). The server claims success if one of the ids existed.
     *
     * @param recordIds the full ids, at least one
     * @return one value
     */
    Mono<DeletedRecordings> deleteRecordings(String... recordIds);

    /**
     * Publishes or hides recordings (BBB API, "publishRecordings"). The server claims success if one of the ids existed; some
     * formats change a while later.
     *
     * @param publish whether to publish or to hide
     * @param recordIds the full ids, at least one
     * @return one value
     */
    Mono<PublishedRecordings> publishRecordings(boolean publish, String... recordIds);

    /**
     * Changes the metadata of recordings (BBB API, "updateRecordings"). The server claims success if one of the ids existed.
     *
     * @param request which recordings, and what changes
     * @return one value
     */
    Mono<UpdatedRecordings> updateRecordings(RecordingsUpdate request);

    /**
     * Adds documents to a running meeting (BBB API, "insertDocument"; BBB 2.5 and later). The bodies stream, and nothing is
     * read before it is wanted. The server does not report documents that it cannot fetch or convert. Never repeated by
     * itself.
     *
     * @param request the meeting and the documents
     * @return one value, when the server has taken the documents; an error of any {@code Publisher} that gives content ends
     *     the call
     */
    Mono<InsertedDocuments> insertDocument(InsertDocumentRequest request);

    /**
     * Adds captions to a recording (BBB API, "putRecordingTextTrack"; BBB 2.2 and later). Never repeated by itself.
     *
     * @param request the recording, the language and the file
     * @return one value: the captions wait to be worked in
     */
    Mono<UploadedTextTrack> putRecordingTextTrack(TextTrackUpload request);

    /**
     * Lists the captions of a recording (BBB API, "getRecordingTextTracks"; BBB 2.2 and later). The answer is JSON and small:
     * it is read as a whole before the first of them is handed over.
     *
     * @param recordId the recording
     * @return the captions; a recording without any is an {@link io.blueflux.error.ApiFailedException} with
     *     {@code noCaptionsFound}
     */
    Flux<TextTrack> getRecordingTextTracks(String recordId);

    /**
     * Lists the sessions of the server's users (BBB API, "getSessions"), each handed over when its end tag has been read. BBB
     * does not document this call.
     *
     * @return none to many sessions; an error comes after those that were complete before it
     */
    Flux<Session> getSessions();

    /**
     * Writes into a meeting's public chat (BBB API, "sendChatMessage"; BBB 3.0 and later), as {@code System}. Never repeated
     * by itself.
     *
     * @param meetingId the meeting, which somebody must have joined
     * @param message 1 to 500 characters
     * @return one value
     */
    Mono<SentChatMessage> sendChatMessage(String meetingId, String message);

    /**
     * Writes into a meeting's public chat (BBB API, "sendChatMessage"; BBB 3.0 and later). Never repeated by itself.
     *
     * @param meetingId the meeting, which somebody must have joined
     * @param message 1 to 500 characters
     * @param userName the name that is shown, at most 255 characters
     * @return one value
     */
    Mono<SentChatMessage> sendChatMessage(String meetingId, String message, String userName);

    /**
     * Makes a further join URL for a user who is in a meeting (BBB API, "getJoinUrl"; BBB 3.0 and later). Not signed: the
     * user's session is the proof. Not possible behind balancers.
     *
     * @param request made by {@link SessionRequest#getJoinUrl}
     * @return one value; the URL in it is a credential
     * @throws IllegalArgumentException if this is a request of another call
     */
    Mono<JoinUrl> getJoinUrl(SessionRequest request);

    /**
     * Reads a meeting's learning dashboard (BBB API, "learningDashboard"; BBB 2.4 and later). Not signed: a moderator's
     * session is the proof. Not possible behind balancers.
     *
     * @param session the session of a moderator
     * @return one value
     */
    Mono<LearningDashboard> learningDashboard(UserSession session);

    /**
     * Registers a webhook (BBB API, "hooks/create"; needs the server's package bbb-webhooks). A server whose webhooks are not
     * installed answers with an {@link io.blueflux.error.HttpStatusException} of status 404.
     *
     * @param request what the server calls, and when
     * @return one value; see {@link CreatedHook#isDuplicate()}
     */
    Mono<CreatedHook> hooksCreate(HookRequest request);

    /**
     * Lists the registered webhooks (BBB API, "hooks/list").
     *
     * @return none to many hooks; an error comes after those that were complete before it
     */
    Flux<Hook> hooksList();

    /**
     * Lists the webhooks of a meeting, and those of all meetings (BBB API, "hooks/list"). Some versions of bbb-webhooks 3 answer
     * {@code listHookError} for a meeting that has none.
     *
     * @param meetingId the meeting
     * @return none to many hooks; an error comes after those that were complete before it
     */
    Flux<Hook> hooksList(String meetingId);

    /**
     * Removes a webhook (BBB API, "hooks/destroy"). One that the admin set up cannot be removed.
     *
     * @param hookId what hooks/create said
     * @return one value; {@code destroyMissingHook} is an {@link io.blueflux.error.ApiFailedException}
     */
    Mono<DestroyedHook> hooksDestroy(String hookId);

    /**
     * Asks whether the webhooks' service is there (BBB API, "hooks/ping"). Not signed.
     *
     * @return the text that the service answers, such as {@code bbb-webhooks API up!}; any other text, a page for one, is a
     *     {@link io.blueflux.error.MalformedResponseException}
     */
    Mono<String> hooksPing();

    /**
     * Makes a call by its name (any call that a server or a balancer has beyond those above). Parameters of a call that
     * Blueflux knows are checked; those of any other go as they are. Never repeated by itself.
     *
     * @param call the call's name, for example {@code getMeetings} or {@code hooks/list}
     * @param parameters values by wire name, before any encoding, in the order in which they are sent
     * @return the answer as a tree, whatever its root; FAILED is an {@link io.blueflux.error.ApiFailedException} as ever
     * @throws IllegalArgumentException if this cannot be the name of a call, or a parameter breaks its rule
     */
    Mono<Element> call(String call, Map<String, String> parameters);

    /**
     * Makes a call by its row in the catalogue: what every method above does. For Blueflux's own modules, which may build
     * requests from names known only at run time.
     *
     * @param endpoint the call
     * @param request its parameters
     * @param <T> what the answer holds
     * @return one value, or the items of a list
     */
    <T> Flux<T> call(Endpoint<T> endpoint, ApiRequest request);

    /**
     * Closes what this client made: its connections and its threads; never what it was given. Calls in flight end in an
     * error.
     *
     * @return completes when all is closed; subscribing again does nothing more
     */
    Mono<Void> disposeLater();

    /**
     * Closes this as {@link #disposeLater()} does, and waits for the end: 2 s at most, and not at all on a thread that must not
     * block, such as an event loop. What takes longer goes on, and is a warning of this interface's logger. A thread that is
     * interrupted waits no longer and stays interrupted. Closing again does nothing more.
     */
    @Override
    default void close() {
        Closing.within2Seconds(disposeLater(), this, ClientLog.LOG);
    }
}
