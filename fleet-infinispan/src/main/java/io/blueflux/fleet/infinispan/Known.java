// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterWord;
import io.blueflux.fleet.FleetMeeting;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a server by the others' words: heads and bodies may come in any order. For one thread. */
final class Known {
    private static final int MOST_UNREAD = 4;

    private BodyHash hash = BodyHash.EMPTY;
    private Map<ByteBuffer, FleetMeeting> blocks = Map.of();
    private Map<String, FleetMeeting> meetings = Map.of();
    private @Nullable Head waiting;
    private final Map<String, Body> unread = new LinkedHashMap<>(); // the last of each of a few members
    private long usedUntil;

    Known(long until) {
        usedUntil = until;
    }

    /** Returns the view, if its meetings are there. */
    ClusterWord.@Nullable View head(Head head, long until) {
        waiting = head;
        usedUntil = until;
        return view();
    }

    ClusterWord.@Nullable View body(String member, Body body) {
        unread.remove(member); // so that this is the newest
        if (!body.hash().equals(hash)) {
            unread.put(member, body);
        }
        if (unread.size() > MOST_UNREAD) {
            unread.remove(unread.keySet().iterator().next());
        }
        return waiting == null ? null : view();
    }

    boolean isUseless(long now) {
        return now - usedUntil > 0;
    }

    private ClusterWord.@Nullable View view() {
        Head head = waiting;
        if (head == null || !hasMeetingsOf(head)) {
            return null;
        }
        waiting = null;
        return head.with(meetings);
    }

    /** Meetings that are the same stay the same map. */
    private boolean hasMeetingsOf(Head head) {
        if (head.hash().equals(hash)) {
            return true;
        }
        if (head.hash().equals(BodyHash.EMPTY)) {
            blocks = Map.of();
            meetings = Map.of();
            hash = head.hash();
            return true;
        }
        Body body = unread.values().stream()
                .filter(each -> each.hash().equals(head.hash()))
                .findFirst()
                .orElse(null);
        if (body == null) {
            return false;
        }
        unread.values().remove(body);
        blocks = body.meetings(blocks);
        meetings = byId(blocks.values());
        hash = body.hash();
        return true;
    }

    private static Map<String, FleetMeeting> byId(Collection<FleetMeeting> meetings) {
        Map<String, FleetMeeting> byId = new LinkedHashMap<>();
        meetings.forEach(each -> byId.put(each.id(), each));
        return Collections.unmodifiableMap(byId);
    }
}
