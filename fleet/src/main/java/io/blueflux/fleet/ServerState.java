// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/** How a server does, by its last polls. {@link HealthPolicy} has the thresholds. */
public enum ServerState {
    /** No poll has finished yet. */
    NEW,
    /** It answers. */
    UP,
    /** It failed a poll a moment ago, though not often enough to be down. */
    UNSTABLE,
    /** It failed several polls in a row; it is asked ever more rarely. */
    DOWN,
    /** It answers again, though not often enough to be up. */
    RECOVERING;

    /** Whether it is known to fail: its polls draw on a budget of their own. */
    boolean isSick() {
        return this != NEW && this != UP;
    }
}
