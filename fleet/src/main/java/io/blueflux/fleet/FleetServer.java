// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server as a member of a fleet. Immutable. Weight, tags and bounds are for who lets the fleet place new meetings; polls do not
 * heed them.
 *
 * @param server where it is and what signs the calls to it; its name tells the members apart
 * @param plan how it is polled; null for the fleet's own plan
 * @param weight how strong it is beside the others; 1 by default, see {@link #withWeight}
 * @param tags what groups of servers it belongs to; none by default
 * @param maxMeetings how many meetings it may have before it gets no new ones; {@link #UNBOUNDED} by default
 * @param maxParticipants how many participants, see {@link #withMaxParticipants}; {@link #UNBOUNDED} by default
 * @param cordoned it gets no new meetings; false by default, see {@link #withCordoned}
 */
public record FleetServer(
        BbbServer server,
        @Nullable PollPlan plan,
        double weight,
        Set<String> tags,
        int maxMeetings,
        int maxParticipants,
        boolean cordoned) {

    /** No bound. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException naming the one that cannot be used
     */
    public FleetServer {
        Objects.requireNonNull(server, "server");
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be above 0 and finite, not " + weight);
        }
        tags = checked(Objects.requireNonNull(tags, "tags"));
        Checks.atLeast(1, maxMeetings, "maxMeetings");
        Checks.atLeast(1, maxParticipants, "maxParticipants");
    }

    /**
     * Makes a member of weight 1, without tags and bounds, open to new meetings.
     *
     * @param server where it is and what signs the calls to it
     * @param plan how it is polled; null for the fleet's own plan
     */
    public FleetServer(BbbServer server, @Nullable PollPlan plan) {
        this(server, plan, 1, Set.of(), UNBOUNDED, UNBOUNDED, false);
    }

    /**
     * Makes a member that is polled by the fleet's own plan.
     *
     * @param server the server
     * @return the member
     */
    public static FleetServer of(BbbServer server) {
        return new FleetServer(server, null);
    }

    /**
     * Returns the name.
     *
     * @return the server's name
     */
    public String name() {
        return server.name();
    }

    /**
     * Returns this with another plan.
     *
     * @param other how it is polled; null for the fleet's own plan
     * @return a copy
     */
    public FleetServer withPlan(@Nullable PollPlan other) {
        return new FleetServer(server, other, weight, tags, maxMeetings, maxParticipants, cordoned);
    }

    /**
     * Returns this with another weight. A server that carries twice as much has twice the weight; only ratios matter. Take the
     * users that each carried in one and the same load test, or the cores; weights that are wrong by a third cost about as much
     * as a good rule gains. A load multiplier of Scalelite is one divided by the weight; a strength of PILOS is the weight.
     *
     * @param strength above 0 and finite
     * @return a copy
     * @throws IllegalArgumentException if it is not
     */
    public FleetServer withWeight(double strength) {
        return new FleetServer(server, plan, strength, tags, maxMeetings, maxParticipants, cordoned);
    }

    /**
     * Returns this with other tags, by which a new meeting may ask for a group of servers: regions, sizes, tenants. A server with
     * the tag {@code reserved} gets only meetings that ask for one of its other tags, or for this one.
     *
     * @param words all of its tags; an upper-case letter is another than a lower-case one
     * @return a copy
     * @throws IllegalArgumentException if one is blank
     */
    public FleetServer withTags(String... words) {
        Objects.requireNonNull(words, "tags");
        return new FleetServer(
                server,
                plan,
                weight,
                new LinkedHashSet<>(Arrays.asList(words)),
                maxMeetings,
                maxParticipants,
                cordoned);
    }

    /**
     * Returns this with another bound on its meetings. Those just placed count; breakout rooms do not.
     *
     * @param meetings at least 1; with so many it gets no new ones
     * @return a copy
     * @throws IllegalArgumentException if there are fewer
     */
    public FleetServer withMaxMeetings(int meetings) {
        return new FleetServer(server, plan, weight, tags, meetings, maxParticipants, cordoned);
    }

    /**
     * Returns this with another bound on its participants: it gets no new meeting if with those that are expected there would be
     * more. Of a young meeting those who are expected count, where they are more than those who are there. Breakout rooms do not
     * count, since who is in one is listed in the meeting it belongs to as well. Nobody is kept from joining.
     *
     * @param participants at least 1
     * @return a copy
     * @throws IllegalArgumentException if there are fewer
     */
    public FleetServer withMaxParticipants(int participants) {
        return new FleetServer(server, plan, weight, tags, maxMeetings, participants, cordoned);
    }

    /**
     * Returns this cordoned, or open. A cordoned server gets no new meetings; those that it has go on, and can be joined. An entry
     * says how the server begins: {@link BbbFleet#cordon} and {@link BbbFleet#resume} change it in the fleet, until an entry says
     * otherwise than the one before it.
     *
     * @param noNewMeetings whether it gets none
     * @return a copy, or this if it is so already
     */
    public FleetServer withCordoned(boolean noNewMeetings) {
        return noNewMeetings == cordoned
                ? this
                : new FleetServer(server, plan, weight, tags, maxMeetings, maxParticipants, noNewMeetings);
    }

    /** Returns the name, and what is not as by default. */
    @Override
    public String toString() {
        return "FleetServer[" + server.name()
                + (plan == null ? "" : ", plan=" + plan)
                + (weight == 1 ? "" : ", weight=" + weight)
                + (tags.isEmpty() ? "" : ", tags=" + tags)
                + bound(", maxMeetings=", maxMeetings)
                + bound(", maxParticipants=", maxParticipants)
                + (cordoned ? ", cordoned" : "") + "]";
    }

    private static String bound(String name, int value) {
        return value == UNBOUNDED ? "" : name + value;
    }

    private static Set<String> checked(Set<String> tags) {
        Set<String> copy = new LinkedHashSet<>(tags);
        for (String tag : copy) {
            if (Objects.requireNonNull(tag, "tags").isBlank()) {
                throw new IllegalArgumentException("a tag must not be blank");
            }
        }
        return Collections.unmodifiableSet(copy);
    }
}
