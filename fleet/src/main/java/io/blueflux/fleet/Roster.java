// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which servers there are and which of them are this fleet's; makes and ends the lanes accordingly. What calls strangers is
 * put off until the lock is released.
 */
final class Roster {
    private static final Logger LOG = LoggerFactory.getLogger(BbbFleet.class);

    private final FleetState state;
    private final FleetDriver driver;
    private final FleetShare share;
    private final PollPlan plan;
    private final LaneSettings settings;
    private final Function<BbbServer, BbbClient> clients;

    // guarded by this
    private Map<String, FleetServer> configured = new LinkedHashMap<>();
    private final Map<String, Lane> lanes = new HashMap<>();
    private @Nullable Predicate<String> owned;
    private boolean started;

    Roster(
            FleetState state,
            FleetDriver driver,
            FleetShare share,
            PollPlan plan,
            LaneSettings settings,
            Function<BbbServer, BbbClient> clients) {
        this.state = state;
        this.driver = driver;
        this.share = share;
        this.plan = plan;
        this.settings = settings;
        this.clients = clients;
    }

    void start() {
        change(servers -> started = true);
    }

    /** Lets polls in flight be the last, and starts no more. */
    void halt() {
        List<Lane> all;
        synchronized (this) {
            started = false;
            all = List.copyOf(lanes.values());
        }
        all.stream().filter(Lane::halt).forEach(driver::drop);
    }

    void own(Predicate<String> mine) {
        change(servers -> owned = mine);
    }

    /** Changes the servers, and does what follows from it before it returns; if a client cannot be built, nothing changes. */
    void change(Consumer<Map<String, FleetServer>> edit) {
        List<Runnable> afterwards = new ArrayList<>();
        synchronized (this) {
            Map<String, FleetServer> members = new LinkedHashMap<>(configured);
            edit.accept(members);
            Map<String, Target> targets = newTargets(members.values());
            configured = members;
            endLanes(afterwards);
            members.values().stream()
                    .filter(member -> isOwned(member.name()))
                    .forEach(member -> keepLane(member, targets.get(member.name()), afterwards));
        }
        afterwards.forEach(Runnable::run);
        state.flush();
    }

    /** Returns the clients of servers that are polled here and not known to be down, and the names of the others. */
    synchronized Map<String, @Nullable BbbClient> reachable() {
        Map<String, @Nullable BbbClient> clientsByName = new LinkedHashMap<>();
        configured.keySet().forEach(name -> {
            Lane lane = lanes.get(name);
            clientsByName.put(
                    name,
                    lane == null || lane.view().state() == ServerState.DOWN
                            ? null
                            : lane.target().client());
        });
        return clientsByName;
    }

    /** Takes what a lane's poll brought. */
    void polled(Lane lane, ServerReport report) {
        ServerView view = state.publish(lane, report);
        if (view == null) {
            return;
        }
        state.flush();
        if (view.poll().number() == 1) {
            tell(share::onPolled, lane.name());
        }
        if (view.draining() && view.isKnownToBeEmpty()) {
            change(servers -> leave(servers, lane));
        }
    }

    private void leave(Map<String, FleetServer> servers, Lane lane) {
        if (lanes.get(lane.name()) == lane) {
            servers.remove(lane.name());
        }
    }

    private boolean isOwned(String name) {
        return owned != null && owned.test(name);
    }

    private void endLanes(List<Runnable> afterwards) {
        for (Lane lane : List.copyOf(lanes.values())) {
            FleetServer member = configured.get(lane.name());
            boolean stays = member != null
                    && isOwned(member.name())
                    && lane.target().server().baseUrl().equals(member.server().baseUrl());
            if (!stays) {
                lanes.remove(lane.name());
                state.remove(lane.name());
                lane.halt();
                afterwards.add(() -> {
                    driver.drop(lane);
                    tell(share::onLeft, lane.name());
                });
            }
        }
    }

    /** Returns whom to poll from now on, by name, where that is not whom the lane polls already. */
    private Map<String, Target> newTargets(Collection<FleetServer> members) {
        Map<String, Target> targets = new HashMap<>();
        members.stream().filter(member -> isOwned(member.name())).forEach(member -> {
            Lane lane = lanes.get(member.name());
            if (lane == null || !lane.target().server().equals(member.server())) {
                targets.put(member.name(), new Target(clients.apply(member.server())));
            }
        });
        return targets;
    }

    private void keepLane(FleetServer member, @Nullable Target target, List<Runnable> afterwards) {
        PollPlan itsPlan = member.plan() == null ? plan : member.plan();
        Lane lane = lanes.get(member.name());
        if (lane == null) {
            lane = new Lane(Objects.requireNonNull(target), itsPlan, settings, this::polled);
            lanes.put(member.name(), lane);
            state.add(lane);
        } else if (target != null) {
            afterwards.add(lane.target()::retire);
            lane.target(target);
        }
        lane.plan(itsPlan);
        if (started) {
            driver.drive(lane);
        }
    }

    /** A share that throws, which none may, does not keep the rest from being done. */
    private static void tell(Consumer<String> ear, String server) {
        try {
            ear.accept(server);
        } catch (RuntimeException e) {
            LOG.error("the share of the fleet threw", e);
        }
    }

    /** Adds a server. */
    static void add(Map<String, FleetServer> servers, FleetServer member) {
        if (servers.putIfAbsent(member.name(), member) != null) {
            throw new IllegalArgumentException("there is a server named " + member.name());
        }
    }

    /** Replaces a server by one of the same name. */
    static void replace(Map<String, FleetServer> servers, FleetServer member) {
        if (servers.replace(member.name(), member) == null) {
            throw new IllegalArgumentException("there is no server named " + member.name());
        }
    }

    /** Replaces all servers. */
    static void replaceAll(Map<String, FleetServer> servers, Collection<FleetServer> members) {
        Map<String, FleetServer> next = new LinkedHashMap<>();
        members.forEach(member -> add(next, member));
        servers.clear();
        servers.putAll(next);
    }
}
