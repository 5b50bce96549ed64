// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who came in by a join call, by session token. */
final class SessionStore {
    private final Map<String, Session> byToken = new ConcurrentHashMap<>();

    record Session(SimulatedMeeting meeting, String userId, String internalUserId, String fullName, String role) {}

    void open(String token, Session session) {
        byToken.put(token, session);
    }

    @Nullable
    Session find(String token) {
        return byToken.get(token);
    }
}
