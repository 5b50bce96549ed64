// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.parameter.Validation;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.SimpleRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Puts the parts together. */
final class DefaultBbbFleet implements BbbFleet {

    private final FleetSettings settings;
    private final List<FleetTask> tasks;
    private final HostTimer timer;
    private final FleetState state;
    private final ClientsByName clients;
    private final ClientLooks looks;
    private final AnswerMemory memory;
    private final Roster roster;
    private final Run disposed = new Run();
    private final AtomicReference<@Nullable Run> run = new AtomicReference<>();
    private final Mono<Void> lastStop;
    private final Mono<Void> disposal;

    DefaultBbbFleet(FleetSettings settings, ClientSource source, List<FleetTask> tasks) {
        this.settings = settings;
        this.tasks = List.copyOf(tasks);
        HostClock clock = new HostClock(settings.clock());
        this.timer = new HostTimer(settings.timer());
        this.state = new FleetState(clock);
        this.clients = new ClientsByName(source, clock);
        this.memory = new AnswerMemory(settings.polls().maxMemory());
        this.looks = new ClientLooks(clients, new ClientLookSettings(timer, clock, memory));
        this.roster = new Roster(settings, timer, clock, state, clients, looks, memory);
        this.lastStop = Mono.defer(() -> end(run.getAndSet(disposed))).cache();
        this.disposal = Mono.defer(this::dispose).cache();
    }

    @Override
    public BbbFleet start() {
        Run next = new Run();
        Run now = run.compareAndExchange(null, next);
        if (now == null) {
            next.begin();
        } else if (now == disposed || now.ending) {
            throw new IllegalStateException("the fleet is " + (now == disposed ? "disposed" : "stopping"));
        }
        return this;
    }

    private List<Publisher<?>> work() {
        List<Publisher<?>> work = new ArrayList<>();
        tasks.forEach(task -> work.add(Flux.defer(() -> task.run(this))));
        return work;
    }

    @Override
    public Mono<Void> stop() {
        return HostWall.around(() -> {
            Run now = run.get();
            return now == disposed ? lastStop : end(now);
        });
    }

    private static Mono<Void> end(@Nullable Run running) {
        return running == null ? Mono.empty() : running.end();
    }

    @Override
    public Mono<Void> disposeLater() {
        return HostWall.around(() -> disposal);
    }

    private Mono<Void> dispose() {
        return lastStop.then(Mono.fromRunnable(state::close))
                .then(Mono.fromRunnable(looks::drop))
                .then(HostWall.around(clients::dispose));
    }

    @Override
    public void add(FleetServer server) {
        check(server);
        roster.change(RosterEdit.add(server));
    }

    @Override
    public void replace(FleetServer server) {
        check(server);
        roster.change(RosterEdit.replace(server));
    }

    @Override
    public void replaceAll(Collection<FleetServer> servers) {
        Objects.requireNonNull(servers, "servers");
        servers.forEach(this::check);
        roster.change(RosterEdit.replaceAll(servers));
    }

    private void check(FleetServer server) {
        Objects.requireNonNull(server, "server");
        if (server.plan() != null) {
            settings.clients().check(server.plan());
        }
    }

    @Override
    public boolean remove(String server) {
        Objects.requireNonNull(server, "server");
        return roster.change(RosterEdit.remove(server));
    }

    @Override
    public void drain(String server) {
        Objects.requireNonNull(server, "server");
        if (!roster.drain(server)) {
            throw unknown(server);
        }
    }

    @Override
    public void cordon(String server) {
        Objects.requireNonNull(server, "server");
        if (!roster.cordon(server)) {
            throw unknown(server);
        }
    }

    @Override
    public void resume(String server) {
        Objects.requireNonNull(server, "server");
        if (!roster.resume(server)) {
            throw unknown(server);
        }
    }

    @Override
    public boolean poll(String server) {
        Objects.requireNonNull(server, "server");
        if (!roster.has(server)) {
            throw unknown(server);
        }
        return roster.poll(server);
    }

    private static IllegalArgumentException unknown(String server) {
        return new IllegalArgumentException("there is no server named " + server);
    }

    @Override
    public List<FleetServer> servers() {
        return roster.servers();
    }

    @Override
    public BbbClient client(String server) {
        Objects.requireNonNull(server, "server");
        BbbClient client = clients.named(server);
        if (client == null) {
            throw unknown(server);
        }
        return client;
    }

    @Override
    public Flux<ServerReport> reports() {
        return Feed.stream(sink -> new FeedOfReports(state, sink));
    }

    @Override
    public Flux<FleetEvent> events() {
        return Feed.stream(sink -> new FeedOfEvents(state, sink));
    }

    @Override
    public Flux<FleetSnapshot> snapshots(Duration pause) {
        Objects.requireNonNull(pause, "pause");
        Checks.atLeast(Duration.ofMillis(1), pause, "pause");
        return Feed.stream(sink -> new FeedOfSnapshots(state, sink, pause, timer));
    }

    @Override
    public FleetSnapshot snapshot() {
        return state.snapshot();
    }

    @Override
    public FleetTotals totals() {
        return state.totals();
    }

    @Override
    public boolean isPolledHere(String server) {
        Objects.requireNonNull(server, "server");
        return roster.isPolledHere(server);
    }

    @Override
    public ClusterStatus cluster() {
        return roster.cluster();
    }

    @Override
    public PollLoad load() {
        return roster.load();
    }

    @Override
    public void completeStreams() {
        state.complete();
    }

    @Override
    public Mono<ServerLook> look(String server, Duration age) {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(age, "age");
        Checks.atLeast(Duration.ZERO, age, "age");
        return HostWall.around(() -> roster.look(server, age));
    }

    @Override
    public Mono<MeetingSearch> findMeeting(String meetingId) {
        Objects.requireNonNull(meetingId, "meetingId");
        if (meetingId.isBlank()) {
            throw new IllegalArgumentException("meetingID must not be blank");
        }
        if (state.find(meetingId) == null) {
            requireAskable(meetingId);
        }
        return Mono.defer(() -> {
            LocatedMeeting known = known(meetingId);
            if (known != null && known.known()) {
                return Mono.just(new MeetingSearch(known, List.of()));
            }
            requireAskable(meetingId); // what was known may have ended since
            return ClientSearch.search(meetingId, roster.reachable(), memory, settings.search(), timer);
        });
    }

    /** Refuses what cannot be asked for. */
    private static void requireAskable(String meetingId) {
        SimpleRequest.getMeetingInfo(meetingId, Validation.LENIENT);
    }

    private @Nullable LocatedMeeting known(String meetingId) {
        LocatedMeeting found = state.find(meetingId);
        return found == null ? snapshot().findMeeting(meetingId).orElse(null) : found;
    }

    /** From a start to the end of the stop that follows; both may be asked for at once, and the stop several times. */
    private final class Run {
        private final Sinks.Empty<Void> begun = Sinks.empty();
        private final Mono<Void> end =
                begun.asMono().then(Mono.defer(this::finish)).cache();
        private volatile boolean ending;

        void begin() {
            try {
                roster.start(work());
            } finally {
                begun.tryEmitEmpty(); // nobody else emits; a start that throws can be stopped
            }
        }

        Mono<Void> end() {
            ending = true;
            return end;
        }

        private Mono<Void> finish() {
            return roster.stop(settings.polls().drainTimeout()).doOnTerminate(() -> run.compareAndSet(this, null));
        }
    }
}
