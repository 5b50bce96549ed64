// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.ClusterStatus;
import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** The servers of the fleet and what they carry, and their marks: without meetings, people, URLs and secrets. */
@Endpoint(id = "blueflux")
class FleetEndpoint {
    private final BbbFleet fleet;

    FleetEndpoint(BbbFleet fleet) {
        this.fleet = fleet;
    }

    /**
     * The fleet at one moment.
     *
     * @param at the moment
     * @param totals the numbers of all servers
     * @param states how many servers are in each state
     * @param members how many processes share the fleet, this one included
     * @param membersExpected how many there were at most, less those that left in good order
     * @param membersMissingSince since when there are fewer; null if there are not
     * @param servers by name
     */
    record Report(
            Instant at,
            FleetCounts totals,
            Map<ServerState, Integer> states,
            int members,
            int membersExpected,
            @Nullable Instant membersMissingSince,
            Map<String, Server> servers) {}

    /**
     * A server.
     *
     * @param reason what the last failed poll failed of; null if it is up
     * @param polledAt when its last poll finished; null if none did
     */
    record Server(
            ServerState state,
            Instant since,
            @Nullable String reason,
            boolean cordoned,
            boolean draining,
            boolean meetingsKnown,
            FleetCounts counts,
            long polls,
            @Nullable Instant polledAt,
            @Nullable String bbbVersion) {

        static Server of(ServerView view) {
            ServerView.Poll poll = view.poll();
            return new Server(
                    view.state(),
                    view.health().since(),
                    view.state() == ServerState.UP ? null : view.health().reason(),
                    view.cordoned(),
                    view.draining(),
                    view.meetingsKnown(),
                    view.counts(),
                    poll.number(),
                    poll.number() == 0 ? null : poll.at(),
                    view.bbbVersion());
        }
    }

    /** Returns the fleet as it is known now. */
    @ReadOperation
    Report fleet() {
        FleetSnapshot snapshot = fleet.snapshot();
        Map<String, Server> servers = new LinkedHashMap<>();
        snapshot.servers().forEach((name, view) -> servers.put(name, Server.of(view)));
        ClusterStatus cluster = fleet.cluster();
        return new Report(
                snapshot.at(),
                snapshot.totals(),
                snapshot.states(),
                cluster.members(),
                cluster.expected(),
                cluster.missingSince(),
                servers);
    }

    /** Returns a server; null, which is not found, if there is none of the name. */
    @ReadOperation
    @Nullable
    Server server(@Selector String server) {
        ServerView view = fleet.snapshot().servers().get(server);
        return view == null ? null : Server.of(view);
    }

    /**
     * Marks a server, or takes its marks back.
     *
     * @param action drain, cordon or resume
     * @return the server as it is then; not found if there is none of the name, or it left at once
     */
    @WriteOperation
    WebEndpointResponse<Server> mark(@Selector String server, Action action) {
        try {
            action.of(fleet, server);
        } catch (IllegalArgumentException e) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        return new WebEndpointResponse<>(server(server));
    }

    /** What can be done with a server. */
    enum Action {
        /** It gets no new meetings, and leaves when it has none. */
        DRAIN,
        /** It gets no new meetings. */
        CORDON,
        /** It gets new meetings again. */
        RESUME;

        void of(BbbFleet fleet, String server) {
            switch (this) {
                case DRAIN -> fleet.drain(server);
                case CORDON -> fleet.cordon(server);
                case RESUME -> fleet.resume(server);
            }
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
