// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.BbbServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One server of a {@link BbbSimulator}: its address, its meetings and recordings, its faults, and what it saw.
 * Thread-safe.
 */
public final class SimulatedServer {
    private final String name;
    private final boolean ownPort;
    private final ServerParts parts;
    private final Endpoint endpoint;

    SimulatedServer(int index, BbbSimulator.Builder settings) {
        String prefix = settings.separatePorts ? "" : "/s" + index;
        this.ownPort = settings.separatePorts;
        this.name = "s" + index;
        this.parts = new ServerParts(index, prefix, settings);
        this.endpoint = new Endpoint(prefix, parts, settings);
    }

    /**
     * Returns the server's name.
     *
     * @return {@code s1}, {@code s2} …
     */
    public String name() {
        return name;
    }

    /**
     * Returns the base URL for clients.
     *
     * @return for example {@code http://127.0.0.1:43210/s1/bigbluebutton}; {@code https} with
     *     {@link BbbSimulator.Builder#tls()}
     * @throws IllegalStateException if the simulator was never started
     */
    public String url() {
        return parts.root() + ServerParts.BASE;
    }

    /**
     * Returns the shared secret, for a client's configuration.
     *
     * @return the secret
     */
    public String secretText() {
        return parts.secretText();
    }

    /**
     * Returns the server as clients know it, by its name, with SHA-256.
     *
     * @return address and secret
     * @throws IllegalStateException if the simulator was never started
     */
    public BbbServer bbbServer() {
        return BbbServer.of(url(), secretText()).withName(name);
    }

    /**
     * Creates an empty meeting.
     *
     * @param meetingId the external ID
     * @return its handle
     * @throws IllegalArgumentException if there is a meeting of that ID
     */
    public SimulatedMeeting createMeeting(String meetingId) {
        return createMeeting(meetingId, meeting -> {});
    }

    /**
     * Creates a meeting that no answer shows before it is furnished.
     *
     * @param meetingId the external ID
     * @param details sets name, attendees and so on
     * @return its handle
     * @throws IllegalArgumentException if there is a meeting of that ID
     */
    public SimulatedMeeting createMeeting(String meetingId, Consumer<SimulatedMeeting> details) {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(details, "details");
        SimulatedMeeting prepared = parts.meetings().prepare(meetingId);
        details.accept(prepared);
        if (parts.meetings().addOrGet(prepared) != prepared) {
            throw new IllegalArgumentException("there is a meeting " + meetingId);
        }
        return prepared;
    }

    /**
     * Returns the handle of a meeting, whoever created it.
     *
     * @param meetingId external or internal ID
     * @return its handle
     * @throws IllegalArgumentException if there is no such meeting (any more)
     */
    public SimulatedMeeting meeting(String meetingId) {
        Objects.requireNonNull(meetingId, "meetingId");
        SimulatedMeeting meeting = parts.meetings().find(meetingId);
        if (meeting == null) {
            throw new IllegalArgumentException("there is no meeting " + meetingId);
        }
        return meeting;
    }

    /**
     * Returns the meetings that a client would see.
     *
     * @return handles, the oldest first
     */
    public List<SimulatedMeeting> meetings() {
        return parts.meetings().list();
    }

    /**
     * Creates meetings {@code room-0}, {@code room-1} … with names, metadata and attendees that look real; the same on
     * every run. They do not expire; every fourth has a {@code duration}, of a week.
     *
     * @param count how many meetings
     * @param attendeesPerMeeting how many attendees each has
     * @return this
     * @throws IllegalArgumentException if there is a meeting of one of the IDs
     */
    public SimulatedServer populate(int count, int attendeesPerMeeting) {
        List<SimulatedAttendee> attendees = Population.attendees(attendeesPerMeeting);
        for (int i = 0; i < count; i++) {
            int index = i;
            createMeeting("room-" + i, meeting -> Population.furnish(meeting, index, attendees));
        }
        return this;
    }

    /**
     * Adds a recording, or replaces the one of its ID.
     *
     * @param recording the recording
     * @return this
     */
    public SimulatedServer addRecording(SimulatedRecording recording) {
        Objects.requireNonNull(recording, "recording");
        parts.recordings().add(List.of(recording));
        return this;
    }

    /**
     * Adds recordings that look real; the same on every run. One in ten is unpublished.
     *
     * @param count how many
     * @return this
     */
    public SimulatedServer populateRecordings(int count) {
        parts.recordings()
                .add(IntStream.range(0, count).mapToObj(Population::recording).toList());
        return this;
    }

    /**
     * Returns the recordings.
     *
     * @return all of them, also deleted ones
     */
    public List<SimulatedRecording> recordings() {
        return parts.recordings().list();
    }

    /**
     * Returns as what the server answers.
     *
     * @return the profile, chosen in {@link BbbSimulator.Builder}
     */
    public SimulatorProfile profile() {
        return parts.profile();
    }

    /**
     * Sets how getRecordings makes pages; by the profile by default. A {@link SimulatorProfile#SCALELITE} server has no
     * pages whatever is set.
     *
     * @param paging the way
     * @return this
     */
    public SimulatedServer paging(SimulatedPaging paging) {
        Objects.requireNonNull(paging, "paging");
        parts.paging(paging);
        return this;
    }

    /**
     * Sets how long an end call takes: 300 to 700 ms on a real server. Until then the meeting is listed and entered as
     * before, a second end call is taken too, and a create call finds the meeting that is about to go.
     *
     * @param time by the simulator's clock; zero, the default, for at once
     * @return this
     */
    public SimulatedServer endTakes(Duration time) {
        Objects.requireNonNull(time, "time");
        parts.meetings().endTakes(time);
        return this;
    }

    /**
     * Leaves form bodies unread from now on, as some balancers do: all parameters must stand in the URL.
     *
     * @return this
     */
    public SimulatedServer ignoreForms() {
        endpoint.ignoreForms();
        return this;
    }

    /**
     * Puts a server behind this balancer: joins are redirected there, and who enters there is in the balancer's
     * meeting. Without one, a join fails with {@code serverUnavailable}.
     *
     * @param node a server that is no balancer itself
     * @return this
     * @throws IllegalArgumentException if this server's profile is not {@link SimulatorProfile#SCALELITE}, or the
     *     node's is
     */
    public SimulatedServer balance(SimulatedServer node) {
        Objects.requireNonNull(node, "node");
        boolean balancer = profile() == SimulatorProfile.SCALELITE;
        if (!balancer || node.profile() == SimulatorProfile.SCALELITE) {
            throw new IllegalArgumentException("a balancer stands before a server, not " + this + " before " + node);
        }
        parts.node(node.parts);
        return this;
    }

    /**
     * Returns what the server tells others: webhooks and callbacks.
     *
     * @return its outgoing requests
     */
    public SimulatedCallbacks callbacks() {
        return parts.callbacks();
    }

    /**
     * Spoils the answers to a call from now on. The newest fault that fits a request is the one that counts.
     *
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @param chain one fault or several, applied in this order
     * @return this
     * @throws IllegalArgumentException if no call is so named, see {@link BbbSimulator#calls()}
     */
    public SimulatedServer fault(String call, Fault... chain) {
        Objects.requireNonNull(call, "call");
        endpoint.faults().add(call, FaultRules.ALWAYS, Given.all(chain, "chain"));
        return this;
    }

    /**
     * Spoils the answers to the next requests of a call.
     *
     * @param times how many requests
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @param chain one fault or several, applied in this order
     * @return this
     * @throws IllegalArgumentException if no call is so named, see {@link BbbSimulator#calls()}, or if times is less
     *     than 1
     */
    public SimulatedServer faultNext(int times, String call, Fault... chain) {
        Objects.requireNonNull(call, "call");
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + times);
        }
        endpoint.faults().add(call, times, Given.all(chain, "chain"));
        return this;
    }

    /**
     * Spoils the answers to the requests that a test chooses.
     *
     * @param chosen for example by a parameter
     * @param chain one fault or several, applied in this order
     * @return this
     */
    public SimulatedServer faultWhen(Predicate<RecordedRequest> chosen, Fault... chain) {
        Objects.requireNonNull(chosen, "chosen");
        endpoint.faults().add(chosen, FaultRules.ALWAYS, Given.all(chain, "chain"));
        return this;
    }

    /**
     * Lets all answers be sound again.
     *
     * @return this
     */
    public SimulatedServer clearFaults() {
        endpoint.faults().clear();
        return this;
    }

    /**
     * Has each request told to the test before it is answered, on an event loop: the observer must not block.
     *
     * @param newObserver replaces the one before
     * @return this
     */
    public SimulatedServer onRequest(Consumer<RecordedRequest> newObserver) {
        Objects.requireNonNull(newObserver, "newObserver");
        endpoint.observer(newObserver);
        return this;
    }

    /**
     * Returns what came in.
     *
     * @return the newest 10,000 requests, the oldest first
     */
    public List<RecordedRequest> requests() {
        return endpoint.traffic().requests();
    }

    /**
     * Counts the requests of a call.
     *
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @return how many came since the start or {@link #forgetRequests()}
     */
    public int requestCount(String call) {
        Objects.requireNonNull(call, "call");
        return endpoint.traffic().total(call);
    }

    /**
     * Counts the requests of a call that are being answered: received, and the last byte of the answer not yet handed
     * to the connection.
     *
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @return how many there are now
     */
    public int inFlight(String call) {
        Objects.requireNonNull(call, "call");
        return endpoint.traffic().inFlight(call);
    }

    /**
     * Returns the highest that {@link #inFlight} was.
     *
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @return the maximum since the start or {@link #forgetRequests()}
     */
    public int maxInFlight(String call) {
        Objects.requireNonNull(call, "call");
        return endpoint.traffic().maxInFlight(call);
    }

    /** Empties the list of requests and the counters. */
    public void forgetRequests() {
        endpoint.traffic().reset();
    }

    /**
     * Counts the open connections that have carried a request to this server; with ports of their own, all of them.
     *
     * @return how many are open now
     */
    public int openConnections() {
        return endpoint.traffic().connections().size();
    }

    /** Closes this server's connections, idle or not, as a server does that restarts. Blocks until they are closed. */
    public void closeConnections() {
        Listener.closeAll(endpoint.traffic().connections());
    }

    /**
     * Refuses connections from now on. Blocks until the port is free.
     *
     * @throws IllegalStateException if the servers share a port
     */
    public void stop() {
        ownListener().unbind();
    }

    /**
     * Listens again, on the same port and with the same meetings. Blocks until it does.
     *
     * @throws IllegalStateException if the servers share a port
     */
    public void restart() {
        ownListener().bind();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    private Listener ownListener() {
        Listener itsListener = parts.listener();
        if (!ownPort || itsListener == null) {
            throw new IllegalStateException("only a started server with a port of its own can be stopped");
        }
        return itsListener;
    }
}
