// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.Closing;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A live set of BBB servers that are polled, each on a lane of its own, and what is known of them. Thread-safe.
 *
 * <p>Of a server at most one poll is in flight. A server that hangs, refuses, drips or lies costs its own lane only: polls have a
 * deadline, and those of servers known to fail draw on a budget of their own. All servers share one group of event loops and one
 * provider of connections, which keeps a pool for each address.
 *
 * <p>Nothing is declared ended because a poll failed: the server's meetings become unknown, and come back or end when it answers.
 *
 * <p>A change of a server's state is a line of this interface's logger: a warning where it gets worse, with the reason, else an info.
 * More than 100 of a kind within 10 s are not named each, but counted in one line.
 *
 * <p>The streams are hot and share the polling. Each begins with what is known when it is subscribed to and completes when the
 * fleet is disposed of. They hold no queue: a subscriber is remembered by what it had last, at most one entry a server, and what
 * it was too slow for is merged. Signals arrive on an event loop, the timer's scheduler, or the thread that requests or changes
 * the fleet; a subscriber must not block there.
 */
public interface BbbFleet extends AutoCloseable {

    /**
     * Starts building a fleet that polls at one interval.
     *
     * @param interval from one poll of a server to the next, at least 500 ms
     * @return a builder with the defaults
     * @throws IllegalArgumentException if the interval is missing or shorter
     */
    static BbbFleetBuilder builder(Duration interval) {
        Objects.requireNonNull(interval, "interval");
        return builder(PollPlan.of(PollSchedule.every(interval)));
    }

    /**
     * Starts building a fleet.
     *
     * @param plan how servers without a plan of their own are polled
     * @return a builder with the defaults
     */
    static BbbFleetBuilder builder(PollPlan plan) {
        return new BbbFleetBuilder(plan);
    }

    /**
     * Begins to poll. Does nothing if it does already.
     *
     * @return this
     * @throws IllegalStateException if the fleet is just stopping or was disposed of
     */
    BbbFleet start();

    /**
     * Ends the polling: no poll starts any more; those in flight may finish within {@link BbbFleetBuilder#drainTimeout}, then they
     * are cancelled. What is known stays, and the fleet may be started again.
     *
     * @return completes when no poll is in flight; cold
     */
    Mono<Void> stop();

    /**
     * Stops, ends the streams, and closes connections and threads.
     *
     * @return completes when all is closed; subscribing again does nothing more
     */
    Mono<Void> disposeLater();

    /**
     * Closes this as {@link #disposeLater()} does, and waits for the end: 2 s at most, whatever {@link
     * BbbFleetBuilder#drainTimeout}, and not at all on a thread that must not block, such as an event loop. What takes longer goes
     * on, and is a warning of this interface's logger. A thread that is interrupted waits no longer and stays interrupted. Closing
     * again does nothing more.
     */
    @Override
    default void close() {
        Closing.within2Seconds(disposeLater(), "the fleet", FleetLog.LOG);
    }

    /**
     * Adds a server that is polled by the fleet's plan.
     *
     * @param server the server
     * @throws IllegalArgumentException if there is one of its name
     */
    default void add(BbbServer server) {
        add(FleetServer.of(server));
    }

    /**
     * Adds a server. As all changes of the servers it costs what it changes, has done it when it returns, and may be called by any
     * thread: while one of them waits for what the share or the set-up of the clients says, no lock is held and the others go on.
     * Whatever these throw is thrown here too, and nothing changes; but what the set-up throws about a server that another process
     * polls is logged, and costs its {@link #client} only. They are asked once about a server; whoever changes the fleet
     * on the very thread on which it is asked gets an {@code IllegalStateException}, if that would need another question.
     *
     * @param server the server, with a plan of its own or without
     * @throws IllegalArgumentException if there is one of its name, or its client cannot be built
     */
    void add(FleetServer server);

    /**
     * Replaces the server of the same name by one that is polled by the fleet's plan, for example to rotate its secret.
     *
     * @param server the server as it is from now on
     * @throws IllegalArgumentException if there is none of its name
     */
    default void replace(BbbServer server) {
        replace(FleetServer.of(server));
    }

    /**
     * Replaces the server of the same name. With another secret or algorithm it stays the same server: a poll in flight is
     * cancelled, and no poll with the old secret starts after this returned. With another URL it is another server: the old one is
     * removed and this one added. A new schedule counts from now on, as does whatever is new of a server that is down: the next
     * poll starts within one interval, at the server's own place in it, so that many that are replaced at once stay spread.
     *
     * @param server the server as it is from now on
     * @throws IllegalArgumentException if there is none of its name
     */
    void replace(FleetServer server);

    /**
     * Makes these the fleet's servers: adds those that are new, replaces those that changed, removes the others.
     *
     * @param servers all of them
     * @throws IllegalArgumentException if two have one name; nothing is changed then
     */
    void replaceAll(Collection<FleetServer> servers);

    /**
     * Removes a server; a poll in flight is cancelled.
     *
     * @param server its name
     * @return whether there was one
     */
    boolean remove(String server);

    /**
     * Marks a server as one that gets no new meetings, and stays in the fleet; whoever polls it. The mark outlives the replacing of
     * the server at its URL, unless the new entry's {@link FleetServer#cordoned} is another than the old entry's: then that counts.
     *
     * @param server its name
     * @throws IllegalArgumentException if there is none of the name
     */
    void cordon(String server);

    /**
     * Marks a server as one that gets no new meetings, and leaves the fleet when it has none: it is polled on, until an answer has
     * no meeting; then it is removed. The mark outlives the replacing of the server at its URL.
     *
     * <p>It stays while a create that went through {@link #client} is in flight, and until a poll that began after the last of them
     * ended shows no meeting. A create of which nobody knows what became of it, as it timed out, was cancelled or answered by
     * 5xx, keeps the server for 10 minutes more. What is created by other means the fleet cannot know of.
     *
     * @param server its name
     * @throws IllegalArgumentException if it is not polled here
     */
    void drain(String server);

    /**
     * Takes back {@link #cordon} and {@link #drain}: the server gets new meetings again, and after this returned it is not removed
     * for having none.
     *
     * @param server its name
     * @throws IllegalArgumentException if there is none of the name, as when it has just been removed
     */
    void resume(String server);

    /**
     * Brings the next poll of a server forward, as after a webhook that says that something changed. It is a poll like any other:
     * within the fleet's permits, in its line; never while another of the server is in flight, which it then follows; never within
     * {@link PollSchedule#floor} of the start of the one before. However many ask before it begins, one poll is for all of them. A
     * server that is down is asked too. The rhythm goes on as if nothing had been: what is due by it is due all the same; only a
     * server that is down pauses anew after each poll.
     *
     * <p>For an answer to wait for, see {@link #look}. Does not block; may be called by any thread.
     *
     * @param server its name
     * @return whether a poll is coming, unless the server is removed or replaced or the fleet stops first; false if another process
     *     polls the server, or the fleet does not poll just now
     * @throws IllegalArgumentException if there is none of the name
     */
    boolean poll(String server);

    /**
     * Returns the servers of the fleet, polled here or by another process: those that were set, less those that were removed or
     * have left after {@link #drain}.
     *
     * @return all of them, in the order in which they came, {@link FleetServer#cordoned} as it is now; immutable, and the same object until something changes
     */
    List<FleetServer> servers();

    /**
     * Returns the client of a server, polled here or by another process. It is one and the same object for as long as the name is
     * in the fleet. What is subscribed to after a {@link #replace} signs and sends as the newest entry says, also if the call was
     * made before; calls in flight go on, after a removal too.
     *
     * <p>After the server was removed each call ends in a {@link io.blueflux.error.TransportException} of kind {@code
     * CLIENT_CLOSED} that says so, and {@code joinUrl} throws an {@code IllegalStateException}; so they do where nobody could set
     * the client up. If the name is added again, that is another client. The fleet owns the client: its {@code disposeLater} and
     * {@code close} do nothing.
     *
     * @param server its name
     * @return the client; its calls are not polls, have the bounds of {@link BbbFleetBuilder#clients}, and what they answer is not
     *     counted in {@link BbbFleetBuilder#maxMemory}
     * @throws IllegalArgumentException if there is none of the name
     */
    BbbClient client(String server);

    /**
     * Tells of each finished poll. A slow subscriber gets of each server the newest report that it has not had; the poll's number
     * shows what it missed.
     *
     * @return an unbounded stream
     */
    Flux<ServerReport> reports();

    /**
     * Tells what changes. A slow subscriber gets the difference between what it was told last and what is known now: changes in
     * between are merged, and what came and went in between is not told.
     *
     * @return an unbounded stream
     */
    Flux<FleetEvent> events();

    /**
     * Takes snapshots: one now, then one after each pause if anything changed. A snapshot is made when it is wanted.
     *
     * @param pause how long to wait before the next, at least 1 ms
     * @return an unbounded stream
     */
    Flux<FleetSnapshot> snapshots(Duration pause);

    /**
     * Returns what is known now.
     *
     * @return a snapshot
     */
    FleetSnapshot snapshot();

    /**
     * Returns the sums of now. They are kept as views come, so this costs the same for any number of servers.
     *
     * @return equal to those of a {@link #snapshot()} of the same moment
     */
    FleetTotals totals();

    /**
     * Tells whether what is known of a server is by polls of this process: with {@link BbbFleetBuilder#cluster}, of all members one.
     *
     * @param server its name
     * @return false also if there is no server of the name
     */
    boolean isPolledHere(String server);

    /**
     * Returns what there is to know of the processes that share the servers by {@link BbbFleetBuilder#cluster}.
     *
     * @return one member where there are no others, as before the fleet has joined them
     */
    ClusterStatus cluster();

    /**
     * Returns how many polls there are now.
     *
     * @return the numbers
     */
    PollLoad load();

    /**
     * Completes the streams that are subscribed to now; polls and calls go on. For a server that is to shut down gracefully: answers that
     * are made of these streams end, and those under way still have their clients. Whoever subscribes afterwards gets a stream again.
     */
    void completeStreams();

    /**
     * Looks at a server: what it has now, without attendees. An answer that began no longer ago than {@code age} will do, be it a
     * look's or that of a poll at {@link PollDepth#MEETINGS} or {@link PollDepth#INFO}; then nothing is sent. Else a look in
     * flight is shared, or a poll at {@link PollDepth#MEETINGS} in flight that began no longer ago; else one getMeetings is sent
     * for all who ask meanwhile, whose {@link PollPlan#deadline} and {@link PollPlan#maxMeetings} are those of the server's plan.
     * What the answer takes counts in {@link BbbFleetBuilder#maxMemory} while it is read and while it is kept.
     *
     * <p>So however many look, a server is sent at most one getMeetings within {@code age}, beside its polls. A look that fails is
     * answered by the same error until {@code age} after its start. A look ends when nobody waits for it any more; who asks within {@code age}
     * after the start of one that ended so waits until then, unless a poll is in flight. Nothing is kept for longer than a
     * minute: a greater {@code age} is as good as one of a minute.
     *
     * <p>Any server of the fleet can be looked at, also one that another process polls, and while the fleet is stopped. Where it
     * is given another secret or URL meanwhile, it is looked at anew.
     *
     * @param server its name
     * @param age zero to 1 day
     * @return one value, or the error of the call or of the poll that it shares; an {@code IllegalArgumentException} if there is
     *     no such server, also if it is removed meanwhile. Cold; for a time-out of yours use {@code timeout}: who cancels leaves,
     *     and a call that nobody waits for is cancelled when it is of that age
     * @throws IllegalArgumentException if the age is out of its bounds
     */
    Mono<ServerLook> look(String server, Duration age);

    /**
     * Looks for a meeting: first in what is known of servers that answer, which sends nothing; else asks all servers that are not
     * known to be down by getMeetingInfo, whoever polls them, 256 at once. The first that has it ends the other calls. Else it
     * ends when all have answered; 2 s after the first said that it has no such meeting; and after 5 s in any case: what has not
     * answered by then is cancelled and {@linkplain MeetingSearch#unanswered() told}. {@link BbbFleetBuilder#findTimeout} sets
     * both. What the answers take while they are read counts in {@link BbbFleetBuilder#maxMemory}; a server whose answer finds no
     * room has not answered.
     *
     * @param meetingId a {@code meetingID} or an {@code internalMeetingID}
     * @return one value; cold
     * @throws IllegalArgumentException if a meeting cannot have this id
     */
    Mono<MeetingSearch> findMeeting(String meetingId);
}
