// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server's state and why. Immutable. One failed poll makes a server unstable, several in a row make it down. Each answer
 * takes one failure back, so failures do not add up over days.
 *
 * @param state the state
 * @param since when it was entered, by the local clock
 * @param reason what the last failed poll failed of; null if none ever did. It is kept when the server is up again
 * @param failuresInARow how many polls failed since the last answer
 * @param failures how many failures are not yet taken back by answers, at most {@link HealthPolicy#downAfter()}
 * @param answersInARow how many polls were answered since the last failure, counted while {@link ServerState#RECOVERING}
 */
public record ServerHealth(
        ServerState state,
        Instant since,
        @Nullable String reason,
        int failuresInARow,
        int failures,
        int answersInARow) {
    /** Refuses what is missing. */
    public ServerHealth {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
    }

    static ServerHealth fresh(Instant now) {
        return new ServerHealth(ServerState.NEW, now, null, 0, 0, 0);
    }

    ServerHealth failed(HealthPolicy policy, String why, Instant now) {
        int inARow = Math.min(failuresInARow, Integer.MAX_VALUE - 1) + 1;
        ServerState next = state == ServerState.DOWN || state == ServerState.RECOVERING || inARow >= policy.downAfter()
                ? ServerState.DOWN
                : ServerState.UNSTABLE;
        return entered(next, now, why, inARow, Math.min(failures + 1, policy.downAfter()), 0);
    }

    ServerHealth answered(HealthPolicy policy, Instant now) {
        return switch (state) {
            case NEW, UP -> entered(ServerState.UP, now, reason, 0, 0, 0);
            case UNSTABLE -> steadier(now);
            case DOWN, RECOVERING -> recovering(policy, now);
        };
    }

    private ServerHealth steadier(Instant now) {
        int left = failures - 1;
        return entered(left <= 0 ? ServerState.UP : ServerState.UNSTABLE, now, reason, 0, Math.max(left, 0), 0);
    }

    private ServerHealth recovering(HealthPolicy policy, Instant now) {
        int answers = answersInARow + 1;
        return answers >= policy.upAfter()
                ? entered(ServerState.UP, now, reason, 0, 0, 0)
                : entered(ServerState.RECOVERING, now, reason, 0, failures, answers);
    }

    private ServerHealth entered(
            ServerState next, Instant now, @Nullable String why, int inARow, int weight, int answers) {
        return new ServerHealth(next, next == state ? since : now, why, inARow, weight, answers);
    }
}
