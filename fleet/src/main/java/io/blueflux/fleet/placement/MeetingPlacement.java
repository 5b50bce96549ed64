// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.MeetingSearch;
import io.blueflux.request.CreateRequest;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a fleet decide where meetings go, and finds where they are. Thread-safe; keeps no threads and no connections of its own, so there
 * is nothing to close.
 *
 * <p>The truth is what the servers list: there is no database to be wrong. Several processes may place on one fleet without talking to
 * each other, if their servers have the same names: each decides alike by what it sees, and tells of the rare meeting that came up
 * twice.
 *
 * <p>Two applications that may use the same {@code meetingID} for different meetings must prefix theirs.
 *
 * <p>Signals arrive on an event loop or the timer's scheduler; a subscriber must not block there.
 */
public interface MeetingPlacement {

    /**
     * Places by the default rules.
     *
     * @param fleet the servers
     * @return a new placement; use one for all meetings of a fleet, since it remembers what it placed
     */
    static MeetingPlacement of(BbbFleet fleet) {
        return builder(fleet).build();
    }

    /**
     * Starts building a placement.
     *
     * @param fleet the servers
     * @return a builder with the defaults
     */
    static MeetingPlacementBuilder builder(BbbFleet fleet) {
        return new MeetingPlacementBuilder(Objects.requireNonNull(fleet, "fleet"));
    }

    /**
     * Finds a meeting, or creates it on the server that suits it best, by the hints that the placement was built with.
     *
     * @param request what to create; both passwords should be set, as for each create that may be repeated
     * @return see {@link #findOrCreate(CreateRequest, PlacementHints)}
     */
    Mono<PlacedMeeting> findOrCreate(CreateRequest request);

    /**
     * Finds a meeting, or creates it on the server that suits it best (BBB API, "create"). To be called before each join: a
     * meeting that was seen less than {@link PlacementRules.Look#age} ago costs no call.
     *
     * <p>All who want one {@code meetingID} at the same time share what is under way, even if their requests differ: as with BBB, the
     * first create counts. It ends when the last of them cancels, unless a create is on its way, which runs to its end and is remembered.
     *
     * <p>A create that surely had no effect is tried on the next best server. After one that may have had an effect the same server is
     * asked before any other. What is wrong with the request is the caller's error, and is tried nowhere else.
     *
     * @param request what to create. How many are expected is sent with it as {@code meta_bbb-meeting-size-hint}, for all who look at
     *     the meeting; a request that has it already says so by it
     * @param hints what is known of the meeting; how many will come before anything else
     * @return one value within {@link PlacementRules#deadline}; cold. {@link NoServerException} if no server may take it, {@link
     *     MeetingUncertainException} if it may have been created on a server that does not answer, {@link
     *     MeetingUnreachableException} by {@link PlacementRules.OnDown#KEEP} alone, or what a server said of the request
     * @throws IllegalArgumentException if the request has no {@code meetingID}
     */
    Mono<PlacedMeeting> findOrCreate(CreateRequest request, PlacementHints hints);

    /**
     * Tells where a new meeting would go, and why: looks, and creates nothing.
     *
     * @param meetingId a {@code meetingID}; one that runs already is treated as new
     * @param hints what is known of the meeting
     * @return one value; cold
     */
    Mono<PlacementChoice> choose(String meetingId, PlacementHints hints);

    /**
     * Finds a meeting where this process placed it or saw it, as {@link #findOrCreate} does, else as {@link BbbFleet#findMeeting}
     * does; but what the fleet's last polls show is taken for true only if nothing newer says otherwise.
     *
     * @param meetingId a {@code meetingID}
     * @return one value; cold
     */
    Mono<MeetingSearch> find(String meetingId);

    /**
     * Remembers a meeting that was just created by other means, until the server's answers show it.
     *
     * @param meetingId its {@code meetingID}
     * @param server the server's name
     * @throws IllegalArgumentException if the fleet has no server of this name
     */
    void remember(String meetingId, String server);

    /**
     * Gives up a server's meetings: from now on they count as gone, so that whoever asks for one gets it on another server, and each is
     * ended as far as the server answers. For operators; never done by itself. The server may get new meetings: cordon it too if it
     * shall not.
     *
     * @param server the server's name
     * @return what became of each meeting; cold, and done only when it is subscribed to
     * @throws IllegalArgumentException if the fleet has no server of this name
     */
    Flux<AbandonedMeeting> abandon(String server);

    /**
     * Tells of meetings that run on more than one server, as polls show them and as findOrCreate runs into them: each once, until it is
     * on other servers. Hot; a subscriber that is too slow loses the oldest.
     *
     * @return an unbounded stream; completes when the fleet is disposed of
     */
    Flux<MeetingDoubled> doubled();

    /**
     * Returns the load of a server as it is reckoned now, with what was placed there and is not seen yet. Divide it by the weight to
     * compare servers.
     *
     * @param server the server's name
     * @return in the unit of {@link PlacementRules#load}; 0 of an unknown server
     */
    double load(String server);

    /**
     * Returns which part of the load is of meetings that this process placed and no answer has shown yet.
     *
     * @param server the server's name
     * @return in the unit of {@link PlacementRules#load}; 0 of an unknown server
     */
    double reserved(String server);
}
