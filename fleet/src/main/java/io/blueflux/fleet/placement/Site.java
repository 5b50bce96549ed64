// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import org.jspecify.annotations.Nullable;

/**
 * A server at the moment of a decision. Immutable.
 *
 * @param entry its entry in the fleet
 * @param state how it does
 * @param draining it is to leave the fleet
 * @param cordoned it is to get no new meetings
 * @param book its meetings, and how creates went there
 */
record Site(SiteEntry entry, ServerState state, boolean draining, boolean cordoned, SiteBook book) {

    /** Returns the server by its last poll; one that is not polled here is new. */
    static Site of(SiteEntry entry, @Nullable ServerView view, SiteBook book) {
        return view == null
                ? new Site(entry, ServerState.NEW, false, entry.cordoned(), book)
                : new Site(entry, view.state(), view.draining(), entry.cordoned(), book);
    }

    String name() {
        return entry.name();
    }
}
