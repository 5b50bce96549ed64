// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * What a server said when it was asked for a meeting. Immutable.
 *
 * @param server its name
 * @param kind what it said
 * @param meeting the meeting; null unless the server has it
 * @param error why it said nothing; null unless it did not
 */
record Reply(
        String server,
        Kind kind,
        @Nullable Meeting meeting,
        @Nullable Throwable error) {

    /** What a server may say. */
    enum Kind {
        HAS,
        LACKS,
        SILENT
    }

    static Reply has(String server, Meeting meeting) {
        return new Reply(server, Kind.HAS, meeting, null);
    }

    static Reply lacks(String server) {
        return new Reply(server, Kind.LACKS, null, null);
    }

    static Reply silent(String server, Throwable error) {
        return new Reply(server, Kind.SILENT, null, error);
    }
}
