// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server had when it was looked at; see {@link BbbFleet#look}. Immutable.
 *
 * @param server the server's name
 * @param startedAt when the call began whose answer this is, by the local clock
 * @param at when it was answered, by the local clock
 * @param serverDate the answer's {@code Date} header; null if there was none
 * @param meetings in the server's order, of each what {@link io.blueflux.model.MeetingFields#COUNTERS_AND_METADATA} has; those that
 *     the server lists as ended are left out
 */
public record ServerLook(
        String server,
        Instant startedAt,
        Instant at,
        @Nullable Instant serverDate,
        List<Meeting> meetings) {

    /** Copies the list, and refuses what is missing. */
    public ServerLook {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(at, "at");
        meetings = List.copyOf(Objects.requireNonNull(meetings, "meetings"));
    }
}
