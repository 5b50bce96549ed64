// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import org.jspecify.annotations.Nullable;

/** What a placement remembers of where meetings are, for those who route calls to them. Thread-safe. */
interface PlacementMemory {

    /** Remembers nothing, as a placement of the user's own. */
    PlacementMemory NONE = new PlacementMemory() {
        @Override
        public @Nullable String server(String meetingId) {
            return null;
        }

        @Override
        public void gone(String server, String meetingId) {}
    };

    /** Returns the one server that has a meeting as far as is known, however long ago; null if that is none, or several. */
    @Nullable
    String server(String meetingId);

    /** A server has just ended a meeting, or said that it has it not. */
    void gone(String server, String meetingId);
}
