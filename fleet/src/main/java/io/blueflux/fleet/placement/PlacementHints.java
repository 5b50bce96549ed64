// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.request.CreateRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the application knows of a new meeting: how many will come, and on which servers it belongs. Immutable.
 *
 * <p>Nothing else spreads the load as much as {@link #expecting}: take the size of the course, or how many came last week. It
 * may be wrong by half. Where it is left out, a lecture for 200 is reckoned as a meeting of 20 until they are there.
 *
 * @param expectedParticipants how many are expected; null if nobody knows
 * @param groups of which servers one is taken, in the order in which they are tried: each is a set of tags, and a server is of the
 *     group if it has them all. The empty set is {@link #orAnywhere}; no group at all is the same
 * @param excludedTags a server with one of these is not taken
 */
public record PlacementHints(
        @Nullable Integer expectedParticipants, List<Set<String>> groups, Set<String> excludedTags) {

    /** The tag of servers that no meeting goes to unless it asks for one of their tags. */
    public static final String RESERVED = "reserved";

    /** Nothing is known: any server that is not {@link #RESERVED}. */
    public static final PlacementHints NONE = new PlacementHints(null, List.of(), Set.of());

    private static final List<Set<String>> ANYWHERE = List.of(Set.of());

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if fewer than one participant is expected, or a tag is blank
     */
    public PlacementHints {
        if (expectedParticipants != null && expectedParticipants < 1) {
            throw new IllegalArgumentException("expectedParticipants must be at least 1, not " + expectedParticipants);
        }
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(excludedTags, "excludedTags");
        groups = groups.stream()
                .map(group -> Require.tags(Objects.requireNonNull(group, "groups")))
                .toList();
        excludedTags = Require.tags(excludedTags);
    }

    /**
     * Begins with how many are expected.
     *
     * @param participants at least 1; counts for at most {@link PlacementRules.Expectation#most()}, and for no more than create's
     *     {@code maxParticipants}
     * @return hints
     * @throws IllegalArgumentException if there are fewer
     */
    public static PlacementHints expecting(int participants) {
        return new PlacementHints(participants, List.of(), Set.of());
    }

    /**
     * Asks for servers that have all of these tags, and takes back what groups were asked for before.
     *
     * @param tags one or more
     * @return a copy
     * @throws IllegalArgumentException if there is none, or one is blank
     */
    public PlacementHints on(String... tags) {
        return new PlacementHints(expectedParticipants, List.of(group(tags)), excludedTags);
    }

    /**
     * Asks for servers that have all of these tags, where none of the groups before has a server that may take the meeting.
     *
     * @param tags one or more
     * @return a copy
     * @throws IllegalArgumentException if there is none, or one is blank
     */
    public PlacementHints orOn(String... tags) {
        return or(group(tags));
    }

    /**
     * Takes any server that is not {@link #RESERVED}, where none of the groups before has one that may take the meeting.
     *
     * @return a copy
     */
    public PlacementHints orAnywhere() {
        return or(Set.of());
    }

    /**
     * Takes no server that has one of these tags, of no group.
     *
     * @param tags one or more, beside those that were excluded before
     * @return a copy
     * @throws IllegalArgumentException if there is none, or one is blank
     */
    public PlacementHints notOn(String... tags) {
        Set<String> all = new LinkedHashSet<>(excludedTags);
        all.addAll(group(tags));
        return new PlacementHints(expectedParticipants, groups, all);
    }

    /** Returns these with what a request says itself of how many are expected, where these do not. */
    PlacementHints or(CreateRequest request) {
        int said = expectedParticipants == null ? SizeHint.of(request) : 0;
        return said == 0 ? this : new PlacementHints(said, groups, excludedTags);
    }

    /** Returns the groups to try, at least one. */
    List<Set<String>> tried() {
        return groups.isEmpty() ? ANYWHERE : groups;
    }

    /** Tells whether a server of these tags is of a group. */
    boolean admits(Set<String> group, Set<String> tags) {
        boolean isOfGroup = group.isEmpty() ? !tags.contains(RESERVED) : tags.containsAll(group);
        return isOfGroup && (excludedTags.isEmpty() || Collections.disjoint(tags, excludedTags));
    }

    private PlacementHints or(Set<String> group) {
        return new PlacementHints(
                expectedParticipants,
                Stream.concat(groups.stream(), Stream.of(group)).toList(),
                excludedTags);
    }

    private static Set<String> group(String... tags) {
        Objects.requireNonNull(tags, "tags");
        if (tags.length == 0) {
            throw new IllegalArgumentException("a group needs a tag");
        }
        return new LinkedHashSet<>(Arrays.asList(tags));
    }
}
