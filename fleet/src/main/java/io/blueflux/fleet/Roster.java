// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which servers there are and which of them are this fleet's; makes and ends the lanes accordingly. The lock is held for as many
 * steps as a change has servers, and never while a stranger is called: a change that needs an answer lets go of the lock,
 * asks, and looks again; what follows from it is done after.
 */
final class Roster {
    private final FleetState state;
    private final FleetDriver driver;
    private final FleetShare share;
    private final PollPlan plan;
    private final LaneSettings settings;
    private final Function<BbbServer, BbbClient> clients;
    private final AtomicLong ownerships = new AtomicLong();
    private final Interview interview = new Interview();

    // guarded by this
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Integer> leaving = new HashMap<>(); // how many of a name have left, untold
    private Ownership ownership = new Ownership(null, 0);
    private boolean started;

    /** Who owns what, and which it is in the row of all that were told; none before the first. */
    record Ownership(@Nullable Predicate<String> mine, long number) {}

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
        List<Lane> all;
        synchronized (this) {
            started = true;
            all = lanes();
        }
        all.forEach(this::drive);
    }

    /** Lets polls in flight be the last, and starts no more. */
    void halt() {
        List<Lane> all;
        synchronized (this) {
            started = false;
            all = lanes();
        }
        all.stream().filter(Lane::halt).forEach(driver::drop);
    }

    /** Polls what is owned from now on, and throws nothing. A share that tells it while it is asked is heard after. */
    void own(Predicate<String> mine) {
        Ownership next = new Ownership(mine, ownerships.incrementAndGet());
        interview.hear(() ->
                Strangers.call("a change of what is owned", () -> change(RosterEdit.none(), next, questions(true))));
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

    private boolean change(RosterEdit edit, @Nullable Ownership next, Questions questions) {
        List<Runnable> afterwards = new ArrayList<>();
        try {
            List<RosterEdit.Wish> wishes = applied(edit, next, questions, afterwards);
            while (wishes == null) {
                interview.hold(questions::ask);
                wishes = applied(edit, next, questions, afterwards);
            }
            afterwards.forEach(step -> Strangers.call("a step of a change", step));
            state.flush();
            return !wishes.isEmpty();
        } finally {
            interview.end();
        }
    }

    private Questions questions(boolean lenient) {
        return new Questions(clients, settings.clock().instant(), lenient);
    }

    /** Returns what was changed; null, and nothing was, if there are questions first. */
    private synchronized @Nullable List<RosterEdit.Wish> applied(
            RosterEdit edit, @Nullable Ownership next, Questions questions, List<Runnable> afterwards) {
        Ownership now = newer(next);
        boolean isNew = now.number() > ownership.number();
        List<RosterEdit.Wish> wishes = (isNew ? RosterEdit.all() : edit).wishes(members);
        questions.under(now.mine());
        for (RosterEdit.Wish wish : wishes) {
            if (wish.server() != null) {
                questions.put(wish.server(), members.get(wish.name()));
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

    private void settle(RosterEdit.Wish wish, Questions questions, List<Runnable> afterwards) {
        Member before = members.get(wish.name());
        Lane lane = before == null ? null : before.lane();
        FleetServer server = wish.server();
        boolean mine = server != null && questions.isOwned(wish.name());
        if (lane != null && !(mine && isAt(lane, server))) {
            state.remove(wish.name());
            end(lane, afterwards);
            lane = null;
        }
        if (server == null) {
            members.remove(wish.name());
            return;
        }
        Target target = questions.target(server, before);
        PollPlan itsPlan = server.plan() == null ? plan : server.plan();
        if (lane != null) {
            afterwards.add(lane.change(target, itsPlan));
        } else if (mine && target != null) {
            lane = new Lane(target, itsPlan, settings, questions.now(), this::polled);
            state.add(lane.identity(), lane.view());
        }
        if (lane != null && started) {
            Lane driven = lane;
            afterwards.add(() -> drive(driven));
        }
        members.put(wish.name(), new Member(server, lane, lane == null && ownership.mine() == null ? target : null));
    }

    private static boolean isAt(Lane lane, @Nullable FleetServer server) {
        return server != null
                && lane.target().server().baseUrl().equals(server.server().baseUrl());
    }

    private void end(Lane lane, List<Runnable> afterwards) {
        lane.end();
        leaving.merge(lane.name(), 1, Integer::sum);
        afterwards.add(() -> {
            driver.drop(lane);
            lane.inTurn(() -> leave(lane));
        });
    }

    /** Tells that a server left, and polls the next of its name, which waited for that. */
    private void leave(Lane lane) {
        driver.drop(lane); // from whoever began to drive it meanwhile
        Strangers.call("the share of the fleet", () -> share.onLeft(lane.name()));
        Lane next = successor(lane);
        if (next != null) {
            drive(next);
        }
    }

    private synchronized @Nullable Lane successor(Lane lane) {
        leaving.computeIfPresent(lane.name(), (name, count) -> count == 1 ? null : count - 1);
        Member member = members.get(lane.name());
        return member == null ? null : member.lane();
    }

    /**
     * Polls. A stop or a removal that came in between has not seen the lane among those that run; a start that came after it took
     * the lane for one that does.
     */
    private void drive(Lane lane) {
        lane.inTurn(() -> {
            boolean isNew = isWanted(lane) && driver.drive(lane);
            while (isNew && !isWanted(lane)) {
                driver.drop(lane);
                isNew = isWanted(lane) && driver.drive(lane);
            }
        });
    }

    private synchronized boolean isWanted(Lane lane) {
        return started && isMember(lane) && !leaving.containsKey(lane.name());
    }

    private synchronized boolean isMember(Lane lane) {
        Member member = members.get(lane.name());
        return member != null && member.lane() == lane;
    }

    private synchronized List<Lane> lanes() {
        List<Lane> all = new ArrayList<>();
        for (Member member : members.values()) {
            if (member.lane() != null) {
                all.add(member.lane());
            }
        }
        return all;
    }

    /** Returns the clients of servers that are polled here and not known to be down, and the names of the others. */
    Map<String, @Nullable BbbClient> reachable() {
        List<Member> all;
        synchronized (this) {
            all = List.copyOf(members.values());
        }
        Map<String, @Nullable BbbClient> clientsByName = new LinkedHashMap<>();
        for (Member member : all) {
            Lane lane = member.lane();
            clientsByName.put(
                    member.server().name(),
                    lane == null || lane.view().state() == ServerState.DOWN
                            ? null
                            : lane.target().client());
        }
        return clientsByName;
    }

    /** Takes what a lane's poll brought. */
    void polled(Lane lane, ServerReport report) {
        ServerView view = state.publish(lane.identity(), report);
        if (view == null) {
            return;
        }
        state.flush();
        if (view.poll().number() == 1) {
            lane.inTurn(() -> tellPolled(lane));
        }
        if (view.draining() && view.isKnownToBeEmpty()) {
            removeDrained(lane);
        }
    }

    private void tellPolled(Lane lane) {
        if (isMember(lane)) {
            Strangers.call("the share of the fleet", () -> share.onPolled(lane.name()));
        }
    }

    /** Removes a server that is drained, unless it was resumed meanwhile. */
    private void removeDrained(Lane lane) {
        List<Runnable> afterwards = new ArrayList<>();
        synchronized (this) {
            if (state.removeIfDrained(lane.identity())) {
                members.remove(lane.name());
                end(lane, afterwards);
            }
        }
        afterwards.forEach(Runnable::run);
        state.flush();
    }
}
