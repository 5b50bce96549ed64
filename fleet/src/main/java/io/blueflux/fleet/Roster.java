// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.reactor.BbbClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
final class Roster implements LaneHearer<Lane>, ClusterDesk.Servers {
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
    private final ClusterDesk desk;

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
        this.desk = new ClusterDesk(fleet.cluster(), this, state, timer, clock, memory);
    }

    /** Polls what the share says, and runs tasks beside it. */
    void start(List<Publisher<?>> tasks) {
        lanes.start();
        List<Publisher<?>> all = new ArrayList<>();
        all.add(desk.isOn() ? desk.run() : Flux.defer(share::owned).doOnNext(this::own));
        all.addAll(tasks);
        driver.run(all);
    }

    /** Lets polls in flight be the last, and returns their end, for which it waits no longer than a while. */
    Mono<Void> stop(Duration patience) {
        return desk.handOver(patience)
                .then(Mono.defer(() -> {
                    lanes.halt();
                    return driver.finish(patience, settings.timer());
                }))
                .then(desk.leave());
    }

    /** Polls what is owned from now on, and throws nothing. A share that tells it while it is asked is heard after. */
    private void own(Predicate<String> mine) {
        Ownership next = new Ownership(mine, ownerships.incrementAndGet());
        interview.hear(() ->
                HostCode.call("a change of what is owned", () -> change(RosterEdit.none(), next, questions(true))));
    }

    /** Looks anew at who is to poll servers, and throws nothing. */
    @Override
    public void reconsider(Collection<String> names) {
        HostCode.call("a change of what is owned", () -> change(RosterEdit.again(names), null, questions(true)));
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
            desk.changed();
            return !wishes.isEmpty();
        } finally {
            interview.end();
        }
    }

    private RosterQuestions questions(boolean lenient) {
        return new RosterQuestions(clients, settings.clock().instant(), lenient, !desk.isOn());
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
        boolean mine = server != null && (desk.isOn() ? desk.isMine(name) : questions.isOwned(name));
        Lane lane = lanes.get(name);
        FleetServer before = servers.get(name);
        boolean stays = RosterServers.isAt(server, before);
        boolean isTold = desk.isOn() ? before != null : lane != null;
        if (isTold && !(stays && (mine || desk.isOn()))) {
            state.remove(name);
        }
        if (lane != null && !(mine && stays)) {
            afterwards.add(lanes.remove(lane));
            lane = null;
        }
        if (server == null) {
            forget(name);
            return;
        }
        if (RosterServers.decidesCordon(server, before)) {
            setCordoned(name, server.cordoned());
            afterwards.add(() -> desk.isMarked(name, before != null && stays));
        }
        if (desk.isOn() && !(before != null && stays)) {
            state.add(new ServerIdentity(name), fresh(name, questions.now()), null);
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
        String name = client.server().name();
        FleetState.Entry known = state.get(name);
        ServerIdentity identity = known == null ? new ServerIdentity(name) : known.server();
        ServerView first = known == null ? fresh(name, now) : known.view();
        Lane lane = new Lane(identity, first, client, itsPlan, settings, this);
        if (known == null) {
            state.add(identity, first, identity); // one turn for as long as it is polled here
        } else {
            lane.follow(desk.rhythm(name));
        }
        lanes.add(lane);
        return lane;
    }

    private ServerView fresh(String name, Instant now) {
        return ServerView.fresh(name, now).withCordoned(servers.isCordoned(name));
    }

    /** Has a server get no new meetings; returns whether there is one of the name. */
    boolean cordon(String name) {
        return told(name, () -> setCordoned(name, true));
    }

    /** Has a server leave when it has no meetings; returns whether what is known of one of the name is told here. */
    boolean drain(String name) {
        return state.get(name) != null && told(name, () -> state.change(name, view -> view.withDraining(true)));
    }

    /** Lets a server get new meetings again, and stay; returns whether there is one of the name. */
    boolean resume(String name) {
        return told(name, () -> {
            state.change(name, view -> view.withDraining(false));
            setCordoned(name, false);
        });
    }

    private boolean told(String name, Runnable marking) {
        boolean isThere = marked(name, marking);
        desk.isMarked(name, isThere);
        return isThere;
    }

    /** Marks a server as another member of the cluster did. */
    @Override
    public void mark(String name, boolean cordoned, boolean draining) {
        marked(name, () -> {
            state.change(name, view -> view.withDraining(draining));
            setCordoned(name, cordoned);
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

    @Override
    public @Nullable PollBase known(Lane lane) {
        FleetState.Entry entry = desk.isOn() ? state.get(lane.name()) : null;
        return entry == null || entry.server() != lane.identity() ? null : entry;
    }

    @Override
    public boolean polled(Lane lane, ServerReport report, @Nullable Object turn) {
        ServerView view = state.publish(lane.identity(), report, desk.isOn() ? turn : lane.identity());
        if (view == null) {
            return false;
        }
        looks.polled(lane);
        state.flush();
        if (lane.isFirstPoll()) {
            lanes.tellPolled(lane);
        }
        if (view.draining() && view.isKnownToBeEmpty()) {
            desk.polled(lane.name(), true, lane.untilNext()); // the last that others hear of it
            removeDrained(lane, report.startedAt());
        }
        return true;
    }

    @Override
    public void over(Lane lane, boolean isKnown, Duration untilNext) {
        desk.polled(lane.name(), isKnown, untilNext);
    }

    /** Removes a server that a poll showed to be drained, unless it was resumed, or a create is newer than that poll. */
    private void removeDrained(Lane lane, Instant pollBegan) {
        List<Runnable> afterwards = new ArrayList<>();
        synchronized (this) {
            if (state.removeIfDrained(lane.identity(), () -> clients.endIfListedBy(lane.name(), pollBegan))) {
                forget(lane.name());
                afterwards.add(lanes.remove(lane));
                afterwards.add(() -> desk.hasLeft(lane.name()));
            }
        }
        afterwards.forEach(Runnable::run);
        looks.heed(lane.name());
        state.flush();
    }

    /** Removes a server that another member of the cluster saw drained by a poll, unless a create is newer than that poll. */
    @Override
    public void leave(String name, Instant pollBegan) {
        boolean leaves = marked(name, () -> {});
        if (leaves && clients.endIfListedBy(name, pollBegan)) {
            change(RosterEdit.remove(name));
        }
    }

    boolean has(String name) {
        return servers.get(name) != null;
    }

    /** Brings a server's next poll forward, whoever polls it; returns whether there will be one. */
    boolean poll(String name) {
        boolean isAsked = desk.soon(name);
        return hasten(name) || isAsked;
    }

    @Override
    public boolean hasten(String name) {
        Lane lane = lanes.get(name);
        return lane != null && lane.hasten();
    }

    @Override
    public Duration untilNext(String name) {
        Lane lane = lanes.get(name);
        return lane == null ? Duration.ZERO : lane.untilNext();
    }

    @Override
    public Duration deadline(String name) {
        FleetServer server = servers.get(name);
        return (server == null ? plan : planOf(server)).deadline();
    }

    /** Tells whether what is known of a server is by polls of this process. */
    boolean isPolledHere(String name) {
        FleetState.Entry entry = state.get(name);
        return entry != null && entry.turn() != null;
    }

    /** Returns what there is to know of the processes that share the servers. */
    ClusterStatus cluster() {
        return desk.isOn() ? desk.status() : ClusterStatus.ALONE.withPolled(lanes.size());
    }

    /** Returns all servers as they are now, in order; the same list until something changes. */
    @Override
    public List<FleetServer> servers() {
        return servers.list();
    }

    /** Returns the clients of servers that are not known to be down, and the names of the others. */
    synchronized Map<String, @Nullable BbbClient> reachable() {
        Map<String, @Nullable BbbClient> found = new LinkedHashMap<>();
        for (String name : servers.names()) {
            FleetState.Entry entry = state.get(name);
            boolean isDown = entry != null && entry.view().state() == ServerState.DOWN;
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
