// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.AnswerLimits;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.reactor.CallListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/** Settings of a {@link BbbFleet}. Each has a default but the plan; not thread-safe; to be built once. */
public final class BbbFleetBuilder {
    /**
     * The bounds on an answer with which the clients of a fleet begin, tighter than those of other clients since a whole list is
     * kept: {@code listBytes} 64 MiB (some 9,000 meetings of 20), {@code itemBytes} and {@code answerBytes} 8 MiB, {@code textLength}
     * 65,536, {@code unknownElements} 10,000. Change them in {@link #clients}.
     */
    public static final AnswerLimits LIMITS = FleetSettings.Clients.LIMITS;

    private static final long LEAST_MEMORY = 16L << 20;

    private final PollPlan plan;
    private final List<FleetTask> tasks = new ArrayList<>();
    private int maxInFlight = FleetSettings.Polls.MAX_IN_FLIGHT;
    private int maxSickInFlight; // none: a tenth
    private int maxConnectionsPerAddress = FleetSettings.Clients.MAX_CONNECTIONS_PER_ADDRESS;
    private long maxMemory = FleetSettings.Polls.defaultMemory();
    private HealthPolicy health = HealthPolicy.DEFAULT;
    private @Nullable FleetShare share;
    private @Nullable FleetCluster cluster;
    private Scheduler desk = Schedulers.boundedElastic();
    private UnaryOperator<BbbClientBuilder> clients = UnaryOperator.identity();
    private CallListener listener = CallListener.NONE;
    private FleetSettings.Search search = FleetSettings.Search.DEFAULT;
    private Duration drainTimeout = FleetSettings.Polls.DRAIN_TIMEOUT;
    private Duration maxLifeTime = FleetSettings.Clients.MAX_LIFE_TIME;
    private Scheduler timer = Schedulers.parallel();
    private Clock clock = Clock.systemUTC();
    private @Nullable LoopResources loops;
    private @Nullable ClientSource clientSource;

    BbbFleetBuilder(PollPlan plan) {
        this.plan = Objects.requireNonNull(plan, "plan");
    }

    /**
     * Builds the fleet. It polls when it is started.
     *
     * @return a new fleet
     * @throws IllegalArgumentException if settings do not fit each other
     */
    public BbbFleet build() {
        FleetSettings settings = settings();
        ClientSource source = clientSource == null ? new ClientConnections(settings) : clientSource;
        return new DefaultBbbFleet(settings, source, tasks);
    }

    /** Returns what is set until now, checked. */
    FleetSettings settings() {
        int sick = maxSickInFlight == 0 ? Math.max(1, maxInFlight / 10) : maxSickInFlight;
        return new FleetSettings(
                plan,
                share == null ? FleetShare.everything() : share,
                membership(),
                new FleetSettings.Polls(maxInFlight, sick, maxMemory, health, drainTimeout),
                new FleetSettings.Clients(clients, listener, loops, maxConnectionsPerAddress, maxLifeTime),
                search,
                timer,
                clock);
    }

    private FleetSettings.@Nullable Membership membership() {
        if (cluster == null) {
            return null;
        }
        if (share != null) {
            throw new IllegalArgumentException("a fleet has a cluster or a share, not both");
        }
        return new FleetSettings.Membership(cluster, desk);
    }

    /**
     * Bounds the polls in flight; 512 by default. A server that begins to hang holds one until the deadline of that poll, once.
     *
     * @param polls at least 2
     * @return this
     */
    public BbbFleetBuilder maxInFlight(int polls) {
        maxInFlight = Checks.atLeast(2, polls, "maxInFlight");
        return this;
    }

    /**
     * Sets how many of {@link #maxInFlight} are for servers that are unstable, down or recovering, and for them only; a tenth by
     * default.
     *
     * <p>Unstable and recovering servers go before those that are down, who never hold the last quarter of the permits; and of these
     * first those whose last poll took less than an eighth of its deadline, for whom the last eighth is kept. So a healthy server that
     * fails once is looked at again at its next start, however many hang. Of four permits that come free one goes to the server that
     * has waited longest. So a server that is down, with n sick servers waiting since before it, waits at most {@code 1 + 4 * n /
     * maxSickInFlight} deadlines; and {@code 1 + n / (3/4 * maxSickInFlight)} while none is unstable or recovering.
     *
     * @param polls at least 1, below {@link #maxInFlight}
     * @return this
     */
    public BbbFleetBuilder maxSickInFlight(int polls) {
        maxSickInFlight = Checks.atLeast(1, polls, "maxSickInFlight");
        return this;
    }

    /**
     * Bounds the connections to one address; 4,096 by default, so that polls are held by their permits and not by the pool. A poll
     * needs up to 2, at {@link PollDepth#INFO} its info concurrency and 2; a plan with which infos and list would wait for each other,
     * the info concurrency or fewer, is refused, when the fleet is built or the server is added.
     *
     * @param connections at least 1
     * @return this
     */
    public BbbFleetBuilder maxConnectionsPerAddress(int connections) {
        maxConnectionsPerAddress = Checks.atLeast(1, connections, "maxConnectionsPerAddress");
        return this;
    }

    /**
     * Bounds the memory that the answers of all servers take together: those being read, an info of {@link BbbFleet#findMeeting}
     * counting as the answer of one more server, and so a {@link BbbFleet#look}, which does as long as it is kept, a minute at
     * most; and the meetings that are kept, also while the fleet is stopped; six tenths of the JVM's heap by default. It is an
     * estimate of bytes of heap; beside it, each subscriber of events who is slow may hold on to one older answer of each server,
     * and whoever keeps a snapshot to what is in it.
     *
     * <p>Of three quarters of it, a server may take up to a quarter of what is left. So one that sends without end gets a fifth of
     * them at most, its old answer and the new one together; the more servers take much, the less each gets; and there is always room
     * for answers of usual size. A quarter is kept back for all alike: a server that takes no more than its even part of that is never
     * refused, whatever the others do. A poll that would take more fails with a {@code LimitExceededException} whose limit is {@code
     * maxMemory}, and the others go on. Attendees who went missing are told as gone at once where there is no room for the grace.
     *
     * <p>A meeting of 20 takes some 14 KB; what is not yet a whole meeting counts 24-fold.
     *
     * @param bytes at least 16 MiB
     * @return this
     */
    public BbbFleetBuilder maxMemory(long bytes) {
        if (bytes < LEAST_MEMORY) {
            throw new IllegalArgumentException("maxMemory must be at least " + LEAST_MEMORY + ", not " + bytes);
        }
        maxMemory = bytes;
        return this;
    }

    /**
     * Sets when a server is down, and when up again.
     *
     * @param policy {@link HealthPolicy#DEFAULT} by default
     * @return this
     */
    public BbbFleetBuilder health(HealthPolicy policy) {
        health = Objects.requireNonNull(policy, "health");
        return this;
    }

    /**
     * Shares the servers with other processes.
     *
     * @param part {@link FleetShare#everything()} by default
     * @return this
     */
    public BbbFleetBuilder share(FleetShare part) {
        share = Objects.requireNonNull(part, "share");
        return this;
    }

    /**
     * Shares the servers with other processes, each of which knows the whole fleet: whoever polls a server, what it shows is in the
     * snapshot and the streams of all, without passwords and other secrets where another polled it; {@link BbbFleet#cordon}, {@link
     * BbbFleet#drain}, {@link BbbFleet#resume} and {@link BbbFleet#poll} reach all. To be set instead of {@link #share}.
     *
     * @param engine finds the other members and carries what they tell each other
     * @return this
     */
    public BbbFleetBuilder cluster(FleetCluster engine) {
        cluster = Objects.requireNonNull(engine, "cluster");
        return this;
    }

    /**
     * Takes the servers from a stream of whole lists. Each list replaces all servers, as {@link BbbFleet#replaceAll} does; one that
     * cannot be used ends the stream, as its own error does, and the servers stay.
     *
     * @param lists subscribed to when the fleet starts, cancelled when it stops
     * @return this
     */
    public BbbFleetBuilder servers(Flux<? extends Collection<FleetServer>> lists) {
        Objects.requireNonNull(lists, "servers");
        return task(fleet -> lists.doOnNext(list -> HostCode.tame(() -> fleet.replaceAll(list))));
    }

    /**
     * Runs something else while the fleet runs.
     *
     * @param task what
     * @return this
     */
    public BbbFleetBuilder task(FleetTask task) {
        tasks.add(Objects.requireNonNull(task, "task"));
        return this;
    }

    /**
     * Sets up the client of each server, for example its timeouts, proxy or trust, or limits other than {@link #LIMITS}. Event
     * loops, connections, timer, clock and listener are shared by all and set here: who sets them there, or an {@code
     * HttpClient}, gets an {@code IllegalArgumentException} when the server is added.
     *
     * @param setUp changes the builder that it is given; called once for a server that is added or replaced, on the thread that
     *     does so, by several at once; must not change the fleet. What it throws refuses the server; one that another process polls
     *     is taken, and its {@link BbbFleet#client} has nobody to ask until the set-up succeeds
     * @return this
     */
    public BbbFleetBuilder clients(UnaryOperator<BbbClientBuilder> setUp) {
        clients = Objects.requireNonNull(setUp, "clients");
        return this;
    }

    /**
     * Uses event loops of yours; the fleet does not dispose of them. By default it makes its own.
     *
     * @param resources the event loops
     * @return this
     */
    public BbbFleetBuilder loopResources(LoopResources resources) {
        loops = Objects.requireNonNull(resources, "loopResources");
        return this;
    }

    /**
     * Tells a listener what each call does.
     *
     * @param hearer must not block
     * @return this
     */
    public BbbFleetBuilder listener(CallListener hearer) {
        listener = Objects.requireNonNull(hearer, "listener");
        return this;
    }

    /**
     * Bounds how long a stop waits for polls in flight; 5 s by default.
     *
     * @param timeout zero to cancel them at once
     * @return this
     */
    public BbbFleetBuilder drainTimeout(Duration timeout) {
        Objects.requireNonNull(timeout, "drainTimeout");
        drainTimeout = Checks.atLeast(Duration.ZERO, timeout, "drainTimeout");
        return this;
    }

    /**
     * Bounds how long {@link BbbFleet#findMeeting} asks: servers that have not answered by then are cancelled and told as such.
     *
     * @param afterAnswer from the first answer, that there is no such meeting; 2 s by default, at least 1 ms
     * @param inAll from the beginning; 5 s by default, no less than the other
     * @return this
     */
    public BbbFleetBuilder findTimeout(Duration afterAnswer, Duration inAll) {
        Objects.requireNonNull(afterAnswer, "afterAnswer");
        Objects.requireNonNull(inAll, "inAll");
        search = new FleetSettings.Search(afterAnswer, inAll);
        return this;
    }

    /**
     * Bounds the life of a connection; 10 min by default. A changed DNS address is used within this time.
     *
     * @param time at least 1 ms
     * @return this
     */
    public BbbFleetBuilder maxLifeTime(Duration time) {
        Objects.requireNonNull(time, "maxLifeTime");
        maxLifeTime = Checks.atLeast(Duration.ofMillis(1), time, "maxLifeTime");
        return this;
    }

    /**
     * Runs waits and deadlines on a scheduler of yours; {@link Schedulers#parallel()} by default, and while yours throws without
     * being disposed of. Disposing of it ends the polling.
     *
     * @param scheduler the scheduler
     * @return this
     */
    public BbbFleetBuilder timer(Scheduler scheduler) {
        timer = Objects.requireNonNull(scheduler, "timer");
        return this;
    }

    /**
     * Takes the time of day from a clock of yours; the system's by default, and while yours throws.
     *
     * @param source the clock
     * @return this
     */
    public BbbFleetBuilder clock(Clock source) {
        clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /** Hears the cluster on a scheduler, for tests that move the time. */
    BbbFleetBuilder desk(Scheduler scheduler) {
        desk = scheduler;
        return this;
    }

    /** Takes the clients from elsewhere, for tests without sockets. */
    BbbFleetBuilder clientSource(ClientSource source) {
        clientSource = source;
        return this;
    }
}
