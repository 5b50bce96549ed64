// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import org.jspecify.annotations.Nullable;

/**
 * Those who wait for a flight. The last who leaves ends it, but not while a create is on its way; that a create begins and that the
 * last one leaves exclude each other. Thread-safe.
 */
final class Passengers {
    // guarded by this
    private int waiting;
    private boolean over;
    private @Nullable String server;

    /** Lets one more in; returns false if the flight is over. */
    synchronized boolean enter() {
        waiting += over ? 0 : 1;
        return !over;
    }

    /** Lets one out; returns whether the flight is to end. */
    synchronized boolean leave() {
        waiting--;
        boolean isLast = waiting == 0 && server == null && !over;
        over |= isLast;
        return isLast;
    }

    /** A create is about to be sent to a server, and is not to be cancelled from now on; returns false if it is for nobody. */
    synchronized boolean takeOff(String to) {
        boolean isWanted = isAny();
        server = isWanted ? to : null;
        return isWanted;
    }

    /** The create has ended. */
    synchronized void land() {
        server = null;
    }

    synchronized void end() {
        over = true;
    }

    synchronized boolean isAny() {
        return waiting > 0 && !over;
    }

    /** Returns the server to which a create is on its way; null if none is. */
    synchronized @Nullable String server() {
        return server;
    }
}
