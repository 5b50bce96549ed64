// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Returns the meetings of those who have it, by server. */
    static Map<String, Meeting> meetings(List<Reply> replies) {
        Map<String, Meeting> meetings = new LinkedHashMap<>();
        for (Reply reply : replies) {
            if (reply.meeting() != null) {
                meetings.put(reply.server(), reply.meeting());
            }
        }
        return meetings;
    }

    /** Returns the names of those who said one thing. */
    static Set<String> of(Kind kind, List<Reply> replies) {
        return replies.stream()
                .filter(reply -> reply.kind() == kind)
                .map(Reply::server)
                .collect(Collectors.toSet());
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
