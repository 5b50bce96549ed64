// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the table shows of a server. Two that are equal look the same.
 *
 * @param since when it entered the state, in epoch milliseconds, as all times here
 * @param reason what the last failed poll failed of; null if it is up
 * @param unknown true while it does not answer, so that the numbers are its last; else null
 * @param load as placement reckons it, rounded
 * @param latency how long the last answered poll took, in milliseconds
 * @param lag how much later than scheduled the last poll started, in milliseconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Row(
        String name,
        String state,
        long since,
        @Nullable String reason,
        @Nullable Boolean cordoned,
        @Nullable Boolean draining,
        @Nullable Boolean unknown,
        long meetings,
        long people,
        long voice,
        long video,
        @Nullable Long load,
        @Nullable Long latency,
        @Nullable Long lag,
        @Nullable String version) {
    static Row of(ServerView view, @Nullable Timing timing, @Nullable Long load) {
        FleetCounts counts = view.counts();
        return new Row(
                view.name(),
                word(view.state()),
                view.health().since().toEpochMilli(),
                view.state() == ServerState.UP ? null : Cut.text(view.health().reason()),
                orNull(view.cordoned()),
                orNull(view.draining()),
                orNull(!view.meetingsKnown() && view.poll().number() > 0),
                counts.meetings(),
                counts.participants(),
                counts.voiceParticipants(),
                counts.videos(),
                load,
                timing == null ? null : timing.latency(),
                timing == null ? null : timing.lag(),
                Cut.text(view.bbbVersion()));
    }

    static String word(ServerState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** What is false is not sent. */
    static @Nullable Boolean orNull(boolean flag) {
        return flag ? true : null;
    }
}
