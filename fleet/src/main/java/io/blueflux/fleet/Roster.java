// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.reactor.BbbClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Which servers there are and which of them are this fleet's; makes and ends the lanes accordingly. The lock is held for as many
 * steps as a change has servers, and never while a stranger is called: a change that needs an answer lets go of the lock,
 * asks, and looks again; what follows from it is done after.
 */
final class Roster {
    private final FleetState state;
    private final ClientsByName clients;
    private final ClientLooks looks;
    private final FleetShare share;
    private final PollPlan plan;
    private final LaneSettings settings;
    private final RosterDriver driver = new RosterDriver();
    private final RosterLanes lanes;
    private final AtomicLong ownerships = new AtomicLong();
    private final RosterInterview interview = new RosterInterview();

    private final RosterServers servers = new RosterServers();

    // guarded by this
    private Ownership ownership = new Ownership(null, 0);

    /** Who owns what, and which it is in the row of all that were told; none before the first. */
    record Ownership(@Nullable Predicate<String> mine, long number) {}

    Roster(
            FleetSettings fleet,
            Scheduler timer,
            Clock clock,
            FleetState state,
            ClientsByName clients,
            ClientLooks looks,
            AnswerMemory memory) {
        this.state = state;
        this.clients = clients;
        this.looks = looks;
        this.share = fleet.share();
        this.plan = fleet.plan();
        this.settings = LaneSettings.of(fleet, timer, clock, memory);
        this.lanes = new RosterLanes(driver, share);
    }

    /** Polls what the share says, and runs tasks beside it. */
    void start(List<Publisher<?>> tasks) {
        lanes.start();
        List<Publisher<?>> all = new ArrayList<>();
        all.add(Flux.defer(share::owned).doOnNext(this::own));
        all.addAll(tasks);
        driver.run(all);
    }

    /** Lets polls in flight be the last, and returns their end, for which it waits no longer than a while. */
    Mono<Void> stop(Duration patience) {
        lanes.halt();
        return driver.finish(patience, settings.timer());
    }

    /** Polls what is owned from now on, and throws nothing. A share that tells it while it is asked is heard after. */
    private void own(Predicate<String> mine) {
        Ownership next = new Ownership(mine, ownerships.incrementAndGet());
        interview.hear(() ->
                HostCode.call("a change of what is owned", () -> change(RosterEdit.none(), next, questions(true))));
    }

    /**
     * Changes the servers, and does what follows from it before it returns. What a stranger throws is thrown on, and nothing
     * changes.
     *
     * @return whether there was anything to change
     */
    boolean change(RosterEdit edit) {
        return change(edit, null, questions(false));
    }

    private boolean change(RosterEdit edit, @Nullable Ownership next, RosterQuestions questions) {
        List<Runnable> afterwards = new ArrayList<>();
        try {
            List<RosterEdit.Wish> wishes = applied(edit, next, questions, afterwards);
            while (wishes == null) {
                interview.hold(questions::ask);
                wishes = applied(edit, next, questions, afterwards);
            }
            afterwards.forEach(step -> HostCode.call("a step of a change", step));
            wishes.forEach(wish -> looks.heed(wish.name()));
            state.flush();
            return !wishes.isEmpty();
        } finally {
            interview.end();
        }
    }

    private RosterQuestions questions(boolean lenient) {
        return new RosterQuestions(clients, settings.clock().instant(), lenient);
    }

    /** Returns what was changed; null, and nothing was, if there are questions first. */
    private synchronized @Nullable List<RosterEdit.Wish> applied(
            RosterEdit edit, @Nullable Ownership next, RosterQuestions questions, List<Runnable> afterwards) {
        Ownership now = newer(next);
        boolean isNew = now.number() > ownership.number();
        List<RosterEdit.Wish> wishes = servers.wishes(isNew ? RosterEdit.all() : edit);
        questions.under(now.mine());
        for (RosterEdit.Wish wish : wishes) {
            if (wish.server() != null) {
                questions.put(wish.server(), lanes.get(wish.name()) != null);
            }
        }
        if (questions.isOpen()) {
            return null;
        }
        ownership = now;
        wishes.forEach(wish -> settle(wish, questions, afterwards));
        return wishes;
    }

    private Ownership newer(@Nullable Ownership next) {
        return next != null && next.number() > ownership.number() ? next : ownership;
    }

    private void settle(RosterEdit.Wish wish, RosterQuestions questions, List<Runnable> afterwards) {
        String name = wish.name();
        FleetServer server = wish.server();
        boolean mine = server != null && questions.isOwned(name);
        Lane lane = lanes.get(name);
        FleetServer before = servers.get(name);
        if (lane != null && !(mine && RosterServers.isAt(server, before))) {
            state.remove(name);
            afterwards.add(lanes.remove(lane));
            lane = null;
        }
        if (server == null) {
            forget(name);
            return;
        }
        if (RosterServers.decidesCordon(server, before)) {
            setCordoned(name, server.cordoned());
        }
        BbbClient client = questions.client(server);
        if (mine && client != null) {
            PollPlan itsPlan = planOf(server);
            if (lane == null) {
                lane = begin(client, itsPlan, questions.now());
            } else {
                afterwards.add(lane.change(client, itsPlan));
            }
            Lane driven = lane;
            afterwards.add(() -> lanes.drive(driven));
        }
        servers.put(server);
        clients.keep(server.server(), client);
    }

    private PollPlan planOf(FleetServer server) {
        return server.plan() == null ? plan : server.plan();
    }

    private void forget(String name) {
        servers.remove(name);
        clients.drop(name);
    }

    /** Makes a lane of a server of which nothing is known yet; it is to be driven when no lock is held. */
    private Lane begin(BbbClient client, PollPlan itsPlan, Instant now) {
        ServerIdentity identity = new ServerIdentity(client.server().name());
        ServerView first = ServerView.fresh(identity.name(), now).withCordoned(servers.isCordoned(identity.name()));
        Lane lane = new Lane(identity, first, client, itsPlan, settings, this::polled);
        state.add(identity, first);
        lanes.add(lane);
        return lane;
    }

    /** Has a server get no new meetings; returns whether there is one of the name. */
    boolean cordon(String name) {
        return marked(name, () -> setCordoned(name, true));
    }

    /** Lets a server get new meetings again, and stay; returns whether there is one of the name. */
    boolean resume(String name) {
        return marked(name, () -> {
            state.change(name, view -> view.withDraining(false));
            setCordoned(name, false);
        });
    }

    private boolean marked(String name, Runnable marking) {
        boolean known;
        synchronized (this) {
            known = servers.get(name) != null;
            if (known) {
                marking.run();
            }
        }
        state.flush();
        return known;
    }

    /** Called under the lock. */
    private void setCordoned(String name, boolean isSo) {
        if (servers.setCordoned(name, isSo)) {
            state.change(name, view -> view.withCordoned(isSo));
        }
    }

    /** Takes what a lane's poll brought. */
    private void polled(Lane lane, ServerReport report) {
        ServerView view = state.publish(lane.identity(), report);
        if (view == null) {
            return;
        }
        looks.polled(lane);
        state.flush();
        if (lane.isFirst(view.poll())) {
            lanes.tellPolled(lane);
        }
        if (view.draining() && view.isKnownToBeEmpty()) {
            removeDrained(lane, report.startedAt());
        }
    }

    /** Removes a server that a poll showed to be drained, unless it was resumed, or a create is newer than that poll. */
    private void removeDrained(Lane lane, Instant pollBegan) {
        List<Runnable> afterwards = new ArrayList<>();
        synchronized (this) {
            if (state.removeIfDrained(lane.identity(), () -> clients.endIfListedBy(lane.name(), pollBegan))) {
                forget(lane.name());
                afterwards.add(lanes.remove(lane));
            }
        }
        afterwards.forEach(Runnable::run);
        looks.heed(lane.name());
        state.flush();
    }

    boolean has(String name) {
        return servers.get(name) != null;
    }

    /** Brings a server's next poll forward; returns whether there will be one. */
    boolean poll(String name) {
        Lane lane = lanes.get(name);
        return lane != null && lane.hasten();
    }

    /** Returns all servers as they are now, in order; the same list until something changes. */
    List<FleetServer> servers() {
        return servers.list();
    }

    /** Returns the clients of servers that are not known to be down, and the names of the others. */
    synchronized Map<String, @Nullable BbbClient> reachable() {
        Map<String, @Nullable BbbClient> found = new LinkedHashMap<>();
        for (String name : servers.names()) {
            Lane lane = lanes.get(name);
            boolean isDown = lane != null && lane.view().state() == ServerState.DOWN;
            found.put(name, isDown ? null : clients.get(name));
        }
        return found;
    }

    /** Looks at a server, whoever polls it. */
    Mono<ServerLook> look(String name, Duration age) {
        return looks.look(name, age, this::subject);
    }

    private synchronized ClientLooks.@Nullable Subject subject(String name) {
        FleetServer server = servers.get(name);
        return server == null ? null : new ClientLooks.Subject(planOf(server), lanes.get(name));
    }

    /** Returns how many polls there are now. */
    PollLoad load() {
        return settings.load();
    }
}
