// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One server of a {@link BbbSimulator}: its address, its meetings and recordings, its faults, and what it saw.
 * Thread-safe.
 */
public final class SimulatedServer {
    private static final String BASE = "/bigbluebutton";
    private static final String API = BASE + "/api/";

    private final String name;
    private final String prefix;
    private final String secretText;
    private final MeetingStore meetings;
    private final RecordingStore recordings = new RecordingStore();
    private final FaultRules faults = new FaultRules();
    private final Traffic traffic = new Traffic();
    private final ServerCalls calls;
    private final boolean ownPort;
    private volatile Consumer<RecordedRequest> observer = request -> {};
    private volatile @Nullable Listener listener;

    SimulatedServer(int index, BbbSimulator.Builder settings) {
        Ids ids = new Ids(settings.seed + index);
        this.ownPort = settings.separatePorts;
        this.name = "s" + index;
        this.prefix = ownPort ? "" : "/s" + index;
        this.secretText = settings.secret == null ? "simulated-" + ids.alphanumeric(40) : settings.secret;
        this.meetings = new MeetingStore(settings.clock);
        this.calls = new ServerCalls(
                meetings,
                recordings,
                new ChecksumCheck(SharedSecret.of(secretText), settings.algorithms),
                new JoinCall(meetings, ids, this::root),
                ids);
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
     * @return for example {@code http://127.0.0.1:43210/s1/bigbluebutton}
     * @throws IllegalStateException if the simulator was never started
     */
    public String url() {
        return root() + BASE;
    }

    /**
     * Returns the shared secret, for a client's configuration.
     *
     * @return the secret
     */
    public String secretText() {
        return secretText;
    }

    /**
     * Returns the server as clients know it, by its name, with SHA-256.
     *
     * @return address and secret
     * @throws IllegalStateException if the simulator was never started
     */
    public BbbServer bbbServer() {
        return BbbServer.of(url(), secretText).withName(name);
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
        SimulatedMeeting prepared = meetings.prepare(meetingId);
        details.accept(prepared);
        if (meetings.addOrGet(prepared) != prepared) {
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
        SimulatedMeeting meeting = meetings.find(meetingId);
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
        return meetings.list();
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
        recordings.add(List.of(recording));
        return this;
    }

    /**
     * Adds recordings that look real; the same on every run. One in ten is unpublished.
     *
     * @param count how many
     * @return this
     */
    public SimulatedServer populateRecordings(int count) {
        recordings.add(IntStream.range(0, count).mapToObj(Population::recording).toList());
        return this;
    }

    /**
     * Returns the recordings.
     *
     * @return all of them, also deleted ones
     */
    public List<SimulatedRecording> recordings() {
        return recordings.list();
    }

    /**
     * Spoils the answers to a call from now on. The newest fault that fits a request is the one that counts.
     *
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @param chain one fault or several, applied in this order
     * @return this
     */
    public SimulatedServer fault(String call, Fault... chain) {
        faults.add(fits(call), FaultRules.ALWAYS, List.of(chain));
        return this;
    }

    /**
     * Spoils the answers to the next requests of a call.
     *
     * @param times how many requests
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @param chain one fault or several, applied in this order
     * @return this
     */
    public SimulatedServer faultNext(int times, String call, Fault... chain) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + times);
        }
        faults.add(fits(call), times, List.of(chain));
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
        faults.add(chosen, FaultRules.ALWAYS, List.of(chain));
        return this;
    }

    /**
     * Lets all answers be sound again.
     *
     * @return this
     */
    public SimulatedServer clearFaults() {
        faults.clear();
        return this;
    }

    /**
     * Has each request told to the test before it is answered, on an event loop: the observer must not block.
     *
     * @param newObserver replaces the one before
     * @return this
     */
    public SimulatedServer onRequest(Consumer<RecordedRequest> newObserver) {
        observer = newObserver;
        return this;
    }

    /**
     * Returns what came in.
     *
     * @return the newest 10,000 requests, the oldest first
     */
    public List<RecordedRequest> requests() {
        return traffic.requests();
    }

    /**
     * Counts the requests of a call.
     *
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @return how many came since the start or {@link #forgetRequests()}
     */
    public int requestCount(String call) {
        return traffic.total(call);
    }

    /**
     * Counts the requests of a call that are being answered: received, and the last byte of the answer not yet handed
     * to the connection.
     *
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @return how many there are now
     */
    public int inFlight(String call) {
        return traffic.inFlight(call);
    }

    /**
     * Returns the highest that {@link #inFlight} was.
     *
     * @param call a call's wire name, {@code version} for the root, {@code *} for all
     * @return the maximum since the start or {@link #forgetRequests()}
     */
    public int maxInFlight(String call) {
        return traffic.maxInFlight(call);
    }

    /** Empties the list of requests and the counters. */
    public void forgetRequests() {
        traffic.reset();
    }

    /**
     * Counts the open connections that have carried a request to this server; with ports of their own, all of them.
     *
     * @return how many are open now
     */
    public int openConnections() {
        return traffic.connections().size();
    }

    /** Closes this server's connections, idle or not, as a server does that restarts. Blocks until they are closed. */
    public void closeConnections() {
        Listener.closeAll(traffic.connections());
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

    String prefix() {
        return prefix;
    }

    Traffic traffic() {
        return traffic;
    }

    void listenOn(Listener itsListener) {
        listener = itsListener;
    }

    void heard(RecordedRequest request) {
        observer.accept(request);
    }

    /** Returns the call's name for a path, or the path itself where the API is not. */
    String callOf(String path) {
        String rest = path.substring(prefix.length());
        String bare = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        if (bare.equals(BASE) || bare.equals(BASE + "/api")) {
            return "version";
        }
        return bare.startsWith(API) ? bare.substring(API.length()) : rest;
    }

    Answer answer(RecordedRequest request, byte[] body) {
        List<Fault> chain = faults.take(request);
        boolean executes = chain.stream().noneMatch(Fault::replacesCall);
        Answer answer = executes ? sound(request, body) : Answer.xml("");
        for (Fault fault : chain) {
            answer = fault.applyTo(answer);
        }
        return answer;
    }

    private Answer sound(RecordedRequest request, byte[] body) {
        boolean webClient = request.call().startsWith("/html5client");
        return webClient ? Pages.welcome() : calls.answer(request, body);
    }

    private String root() {
        Listener itsListener = listener;
        if (itsListener == null) {
            throw new IllegalStateException("the simulator must be started before it has addresses");
        }
        return itsListener.origin() + prefix;
    }

    private Listener ownListener() {
        Listener itsListener = listener;
        if (!ownPort || itsListener == null) {
            throw new IllegalStateException("only a started server with a port of its own can be stopped");
        }
        return itsListener;
    }

    private static Predicate<RecordedRequest> fits(String call) {
        return request -> call.equals(Traffic.ALL) || call.equals(request.call());
    }
}
