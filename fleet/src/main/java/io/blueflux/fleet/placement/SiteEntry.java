// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.FleetServer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** An entry of the fleet as the rule needs it. Immutable; made once for each entry, since its name is hashed for each meeting. */
final class SiteEntry {
    private final FleetServer server;
    private final byte[] nameBytes;

    private SiteEntry(FleetServer server) {
        this.server = server;
        this.nameBytes = server.name().getBytes(StandardCharsets.UTF_8);
    }

    static SiteEntry of(FleetServer server) {
        return new SiteEntry(server);
    }

    FleetServer server() {
        return server;
    }

    String name() {
        return server.name();
    }

    /** Not to be written to. */
    byte[] nameBytes() {
        return nameBytes;
    }

    boolean cordoned() {
        return server.cordoned();
    }

    double weight() {
        return server.weight();
    }

    Set<String> tags() {
        return server.tags();
    }

    int maxMeetings() {
        return server.maxMeetings();
    }

    int maxParticipants() {
        return server.maxParticipants();
    }

    boolean isBounded() {
        return maxMeetings() != FleetServer.UNBOUNDED || maxParticipants() != FleetServer.UNBOUNDED;
    }
}
