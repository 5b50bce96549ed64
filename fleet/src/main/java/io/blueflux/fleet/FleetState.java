// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the servers, and who wants to hear of it. The lock is held for a few steps, and never while a subscriber is
 * called: changes are told to listeners under it, and {@link #flush()} hands over after it.
 */
final class FleetState {

    /** Who wants to hear of changes. Changes are told under the lock, and are to be remembered and no more. */
    interface Listener {

        /** A server was added or is known differently. */
        void changed(String server);

        /** A poll of a server finished. */
        void polled(String server);

        /** A server was removed. */
        void removed(String server);

        /** Hands over what was told. Never called under the lock. */
        void drain();

        /** Ends: there is nothing more to hear. Never called under the lock. */
        void close();
    }

    /** A server that changed; without an entry it was removed. */
    record Change(String server, @Nullable Entry now, Instant at) {}

    /**
     * What is known of a server; without a report, no poll told it. The turn is that of the polls that are to be known: one that began
     * in another turn is not, and without a turn none is.
     */
    record Entry(
            ServerIdentity server,
            ServerView view,
            @Nullable ServerReport report,
            @Nullable Object turn) implements PollBase {}

    private final Clock clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final StateViews views = new StateViews();
    private final StateMeetings meetings = new StateMeetings();
    private final StateTotals totals = new StateTotals();
    private long version;
    private boolean closed;
    private WeakReference<@Nullable FleetSnapshot> made = new WeakReference<>(null); // else it would keep what ended

    FleetState(Clock clock) {
        this.clock = clock;
    }

    /** Tells what is known, and what changes; returns whether it does, and the state is not closed. */
    synchronized boolean register(Listener listener) {
        if (!closed) {
            entries.forEach((name, entry) -> {
                listener.changed(name);
                if (entry.report() != null) {
                    listener.polled(name);
                }
            });
            listeners.add(listener);
        }
        return !closed;
    }

    /** Tells a listener nothing any more. */
    void forget(Listener listener) {
        listeners.remove(listener);
    }

    /** Adds a server and what is known of it, whoever polls it; the turn is the first of those who do here. */
    synchronized void add(ServerIdentity server, ServerView view, @Nullable Object turn) {
        set(server.name(), new Entry(server, view, null, turn));
        mark(each -> each.changed(server.name()));
    }

    /** Returns what is known of a server; null if it is not there. */
    synchronized @Nullable Entry get(String name) {
        return entries.get(name);
    }

    /** Begins another turn of the polls of a server; without one, none is to be known. */
    synchronized void turn(String name, @Nullable Object next) {
        Entry entry = entries.get(name);
        if (entry != null) {
            entries.put(name, new Entry(entry.server(), entry.view(), entry.report(), next));
        }
    }

    /** Counts the polls of a server from a number on. */
    synchronized void count(String name, long polls) {
        Entry entry = entries.get(name);
        if (entry != null) {
            set(name, new Entry(entry.server(), entry.view().withPolls(polls), entry.report(), entry.turn()));
            mark(each -> each.changed(name));
        }
    }

    synchronized void remove(String name) {
        set(name, null);
        mark(each -> each.removed(name));
    }

    /**
     * Removes a server, if it still is to leave when it has no meetings, and has none.
     *
     * @param mayGo asked last, under the lock: what it says yes to is done
     */
    synchronized boolean removeIfDrained(ServerIdentity server, BooleanSupplier mayGo) {
        Entry entry = entries.get(server.name());
        boolean leaves = entry != null
                && entry.server() == server
                && entry.view().draining()
                && entry.view().isKnownToBeEmpty()
                && mayGo.getAsBoolean();
        if (leaves) {
            remove(server.name());
        }
        return leaves;
    }

    /** Changes what is known of a server, its marks; returns whether there is one. */
    synchronized boolean change(String name, UnaryOperator<ServerView> marked) {
        Entry entry = entries.get(name);
        if (entry != null) {
            set(name, new Entry(entry.server(), marked.apply(entry.view()), entry.report(), entry.turn()));
            mark(each -> each.changed(name));
        }
        return entry != null;
    }

    /** Takes a report of a poll of a turn, and returns the view as it is now; null if the poll is not to be known. */
    synchronized @Nullable ServerView publish(ServerIdentity server, ServerReport report, @Nullable Object turn) {
        Entry entry = entries.get(server.name());
        return entry == null || entry.server() != server || !entry.takes(turn) ? null : take(entry, report, turn);
    }

    /** Takes a report of somebody else's poll; after it no poll that is made here is to be known, until there is a turn. */
    synchronized void see(String name, ServerReport report) {
        Entry entry = entries.get(name);
        if (entry != null) {
            take(entry, report, null);
        }
    }

    private ServerView take(Entry entry, ServerReport report, @Nullable Object turn) {
        String name = entry.server().name();
        ServerView view = report.server().withMarksOf(entry.view());
        ServerReport told = new ServerReport(view, report.latency(), report.lag(), report.failure());
        set(name, new Entry(entry.server(), view, told, turn));
        mark(each -> {
            each.changed(name);
            each.polled(name);
        });
        return view;
    }

    /** Takes the longest waiting of the marks away. The clock is not asked under the lock. */
    @Nullable
    Change take(Set<String> marks, Set<String> known) {
        Instant now = clock.instant();
        synchronized (this) {
            String name = first(marks);
            if (name == null) {
                return null;
            }
            Entry entry = entries.get(name);
            if (entry == null) {
                known.remove(name);
            } else {
                known.add(name);
            }
            return new Change(name, entry, now);
        }
    }

    /** Takes the longest waiting of the marks away. */
    synchronized @Nullable ServerReport takeReport(Set<String> marks) {
        String name = first(marks);
        Entry entry = name == null ? null : entries.get(name);
        return entry == null ? null : entry.report();
    }

    synchronized FleetTotals totals() {
        return totals.read();
    }

    /** Finds a meeting on a server that answers, without a walk through all; null says nothing. */
    synchronized @Nullable LocatedMeeting find(String meetingId) {
        return meetings.of(meetingId);
    }

    /** Returns the snapshot of now; it costs what changed since the last one. */
    FleetSnapshot snapshot() {
        Instant now = clock.instant();
        synchronized (this) {
            FleetSnapshot latest = made.get();
            if (latest != null && latest.version() == version) {
                return latest;
            }
            FleetTotals sums = totals.read();
            FleetSnapshot next =
                    new FleetSnapshot(version, now, views.copy(), sums.counts(), sums.unknownMeetings(), sums.states());
            made = new WeakReference<>(next);
            return next;
        }
    }

    /** Hands over what was marked. Never called under a lock. */
    void flush() {
        listeners.forEach(Listener::drain);
    }

    /** Ends all streams, and those to come. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        complete();
    }

    /** Ends the streams of now. */
    void complete() {
        listeners.forEach(Listener::close);
    }

    private void set(String name, @Nullable Entry now) {
        Entry before = now == null ? entries.remove(name) : entries.put(name, now);
        if (now == null) {
            views.remove(name);
        } else {
            views.put(name, now.view());
        }
        ServerView was = before == null ? null : before.view();
        ServerView is = now == null ? null : now.view();
        meetings.change(name, was, is);
        totals.change(was, is);
    }

    private void mark(Consumer<Listener> change) {
        version++;
        listeners.forEach(change);
    }

    private static @Nullable String first(Set<String> marks) {
        Iterator<String> iterator = marks.iterator();
        if (!iterator.hasNext()) {
            return null;
        }
        String name = iterator.next();
        iterator.remove();
        return name;
    }
}
