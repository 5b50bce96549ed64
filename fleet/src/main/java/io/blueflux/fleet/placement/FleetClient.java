// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import io.blueflux.model.SentChatMessage;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.InsertDocumentRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.RecordingsUpdate;
import io.blueflux.sign.SignedCall;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The calls of a fleet, as if it were one BBB server. Thread-safe; keeps no threads and no connections of its own, so there is nothing
 * to close. Behind a balancer nothing of this is needed, and a fleet whose one server is the balancer works the same.
 *
 * <p>A call of a meeting goes to the server that has it, as {@link MeetingPlacement#find} finds it: one that was placed or seen less
 * than {@link PlacementRules.Look#age} ago costs no further call, any other one more, and one that is not known here is asked for on
 * all servers, in a bounded time. A server that is unstable is still called, and its own error comes back. A meeting that no server
 * has is an {@link io.blueflux.error.ApiFailedException} with {@code notFound}, as from one server, if all have answered; else a
 * {@link MeetingUnreachableException} says who has not.
 *
 * <p>A call of all servers is made of 32 at once, those last that are down, each with the time-outs of its client. Values come as
 * servers answer, in no order, each with its server's name; a server that fails is such a value too, neither a gap nor the end. What
 * is not wanted is not read: of each server at most 8 values wait for demand.
 *
 * <p>Every publisher is cold: each subscription is a call of its own, and cancelling cancels all calls that it made. Signals arrive on
 * event loops and on the timers' schedulers; a subscriber must not block there. Arguments that cannot be sent are refused with {@link
 * IllegalArgumentException} when the method is called.
 */
public interface FleetClient {

    /**
     * Makes the client of a fleet.
     *
     * @param fleet the servers
     * @param placement what finds and places meetings on them; the one that all of the application uses, since it remembers
     * @return a new client
     */
    static FleetClient of(BbbFleet fleet, MeetingPlacement placement) {
        return new DefaultFleetClient(
                Objects.requireNonNull(fleet, "fleet"), Objects.requireNonNull(placement, "placement"));
    }

    /**
     * Creates a meeting on the server that suits it best, unless it is there (BBB API, "create").
     *
     * @param request what to create
     * @return see {@link MeetingPlacement#findOrCreate(CreateRequest)}
     * @throws IllegalArgumentException if the request has no {@code meetingID}
     */
    Mono<PlacedMeeting> create(CreateRequest request);

    /**
     * Creates a meeting on the server that suits it best, unless it is there (BBB API, "create").
     *
     * @param request what to create
     * @param hints what is known of the meeting; how many will come before anything else
     * @return see {@link MeetingPlacement#findOrCreate(CreateRequest, PlacementHints)}
     * @throws IllegalArgumentException if the request has no {@code meetingID}
     */
    Mono<PlacedMeeting> create(CreateRequest request, PlacementHints hints);

    /**
     * Signs the URL by which a user's browser joins a meeting (BBB API, "join"). Unless the request says otherwise, the URL has the
     * meeting's {@code createTime}: it lets nobody into a later meeting of the same {@code meetingID}. A meeting of a server that
     * does not answer just now gets a URL too: the browser may well reach it.
     *
     * @param request who joins what
     * @return one value: the signed URL, which is a credential; {@code notFound} and {@code invalidMeetingIdentifier} if no server
     *     has the meeting
     */
    Mono<SignedCall> joinUrl(JoinRequest request);

    /**
     * Joins a user to a meeting and returns the session (BBB API, "join" with {@code redirect=false}), bound to the meeting as by
     * {@link #joinUrl}. See {@link io.blueflux.reactor.BbbClient#join}.
     *
     * @param request who joins what
     * @return one value
     */
    Mono<JoinedMeeting> join(JoinRequest request);

    /**
     * Asks whether somebody has joined a meeting (BBB API, "isMeetingRunning").
     *
     * @param meetingId the meeting
     * @return one value; not running if no server has the meeting, and all have answered
     */
    Mono<MeetingRunning> isMeetingRunning(String meetingId);

    /**
     * Ends a meeting (BBB API, "end"), as BBB 2.5 and later take it. From then on it is not found by memory any more; the server may
     * take half a second to be done.
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
     * Describes a meeting (BBB API, "getMeetingInfo"). Where one server is known to have it, that is the one call that is made.
     *
     * @param meetingId the meeting
     * @return one value
     */
    Mono<Meeting> getMeetingInfo(String meetingId);

    /**
     * Adds documents to a running meeting (BBB API, "insertDocument"; BBB 2.5 and later).
     *
     * @param request the meeting and the documents
     * @return one value, when the server has taken the documents
     */
    Mono<InsertedDocuments> insertDocument(InsertDocumentRequest request);

    /**
     * Writes into a meeting's public chat (BBB API, "sendChatMessage"; BBB 3.0 and later), as {@code System}.
     *
     * @param meetingId the meeting, which somebody must have joined
     * @param message 1 to 500 characters
     * @return one value; {@code notFound} and {@code meetingNotFound} if no server has the meeting
     */
    Mono<SentChatMessage> sendChatMessage(String meetingId, String message);

    /**
     * Writes into a meeting's public chat (BBB API, "sendChatMessage"; BBB 3.0 and later).
     *
     * @param meetingId the meeting, which somebody must have joined
     * @param message 1 to 500 characters
     * @param userName the name that is shown, at most 255 characters
     * @return one value; {@code notFound} and {@code meetingNotFound} if no server has the meeting
     */
    Mono<SentChatMessage> sendChatMessage(String meetingId, String message, String userName);

    /**
     * Lists the meetings of all servers (BBB API, "getMeetings"). For numbers alone, {@link BbbFleet#snapshot} needs no call.
     *
     * @return none to many values; a meeting that is on two servers comes twice
     */
    Flux<FromServer<Meeting>> getMeetings();

    /**
     * Lists the meetings of all servers (BBB API, "getMeetings"), and reads of each only what is wanted.
     *
     * @param fields what of each meeting is read
     * @return none to many values; a meeting that is on two servers comes twice
     */
    Flux<FromServer<Meeting>> getMeetings(MeetingFields fields);

    /**
     * Lists the recordings of all servers (BBB API, "getRecordings"). Without ids that is everything that there is, which may take
     * minutes.
     *
     * @param query which recordings; {@code offset} and {@code limit} count on each server
     * @return none to many values; a recording that was copied to another server comes twice
     */
    Flux<FromServer<Recording>> getRecordings(RecordingsQuery query);

    /**
     * Publishes or hides recordings where they are (BBB API, "publishRecordings"). All servers are asked which of them they have; each
     * is told at once to change these, in one call for up to 100. Deleted recordings count as gone.
     *
     * @param publish whether to publish or to hide
     * @param recordIds the full ids, at least one
     * @return a value for each id, or more if several servers have the recording; those that no server has come last. A copy on a
     *     server that did not answer is told of only if nobody else has the recording
     */
    Flux<RecordingResult> publishRecordings(boolean publish, String... recordIds);

    /**
     * Deletes recordings where they are (BBB API, "deleteRecordings"), as {@link #publishRecordings} publishes them.
     *
     * @param recordIds the full ids, at least one
     * @return see {@link #publishRecordings}
     */
    Flux<RecordingResult> deleteRecordings(String... recordIds);

    /**
     * Changes the metadata of recordings where they are (BBB API, "updateRecordings"), as {@link #publishRecordings} publishes them.
     *
     * @param request which recordings, and what changes
     * @return see {@link #publishRecordings}
     */
    Flux<RecordingResult> updateRecordings(RecordingsUpdate request);
}
