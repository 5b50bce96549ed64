// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.request.SimpleRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the parts together. */
final class DefaultBbbFleet implements BbbFleet {

    private enum Phase {
        STOPPED,
        RUNNING,
        STOPPING,
        DISPOSED
    }

    private final BbbFleetBuilder settings;
    private final FleetState state;
    private final ClientSource transport;
    private final FleetDriver driver = new FleetDriver();
    private final Roster roster;
    private final Permits healthy;
    private final Permits sick;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STOPPED);
    private final Mono<Void> disposal;

    DefaultBbbFleet(BbbFleetBuilder settings) {
        this.settings = settings;
        this.healthy = new Permits(settings.maxInFlight - settings.maxSickInFlight);
        this.sick = new Permits(settings.maxSickInFlight);
        this.state = new FleetState(settings.clock);
        this.transport = settings.clientSource == null ? new FleetTransport(settings) : settings.clientSource;
        this.roster = new Roster(
                state,
                driver,
                settings.share,
                settings.plan,
                new LaneSettings(settings.timer, settings.clock, settings.health, healthy, sick),
                transport::client);
        this.disposal = Mono.defer(this::dispose).cache();
    }

    @Override
    public BbbFleet start() {
        if (phase.compareAndSet(Phase.STOPPED, Phase.RUNNING)) {
            roster.start();
            driver.run(tasks());
        } else if (phase.get() != Phase.RUNNING) {
            throw new IllegalStateException(
                    "the fleet is " + (phase.get() == Phase.DISPOSED ? "disposed" : "stopping"));
        }
        return this;
    }

    private List<Publisher<?>> tasks() {
        List<Publisher<?>> tasks = new ArrayList<>();
        tasks.add(settings.share.owned().doOnNext(roster::own));
        settings.tasks.forEach(task -> tasks.add(task.run(this)));
        return tasks;
    }

    @Override
    public Mono<Void> stop() {
        return Mono.defer(() -> phase.compareAndSet(Phase.RUNNING, Phase.STOPPING) ? finish() : Mono.empty());
    }

    private Mono<Void> finish() {
        roster.halt();
        return driver.finish(settings.drainTimeout, settings.timer)
                .doFinally(end -> phase.compareAndSet(Phase.STOPPING, Phase.STOPPED));
    }

    @Override
    public Mono<Void> disposeLater() {
        return disposal;
    }

    private Mono<Void> dispose() {
        Phase before = phase.getAndSet(Phase.DISPOSED);
        roster.halt();
        Mono<Void> end = before == Phase.STOPPED ? Mono.empty() : driver.finish(settings.drainTimeout, settings.timer);
        return end.then(Mono.fromRunnable(state::close)).then(transport.dispose());
    }

    @Override
    public void add(FleetServer server) {
        roster.change(servers -> Roster.add(servers, server));
    }

    @Override
    public void replace(FleetServer server) {
        roster.change(servers -> Roster.replace(servers, server));
    }

    @Override
    public void replaceAll(Collection<FleetServer> servers) {
        roster.change(known -> Roster.replaceAll(known, servers));
    }

    @Override
    public boolean remove(String server) {
        AtomicBoolean removed = new AtomicBoolean();
        roster.change(servers -> removed.set(servers.remove(server) != null));
        return removed.get();
    }

    @Override
    public void drain(String server) {
        setDraining(server, true);
    }

    @Override
    public void resume(String server) {
        setDraining(server, false);
    }

    private void setDraining(String server, boolean draining) {
        if (!state.drain(server, draining)) {
            throw new IllegalArgumentException("there is no server named " + server);
        }
        state.flush();
    }

    @Override
    public Flux<ServerReport> reports() {
        return state.stream(sink -> new ReportFeed(state, sink));
    }

    @Override
    public Flux<FleetEvent> events() {
        return state.stream(sink -> new EventFeed(state, sink));
    }

    @Override
    public Flux<FleetSnapshot> snapshots(Duration pause) {
        Checks.atLeast(Duration.ofMillis(1), pause, "pause");
        Flux<FleetSnapshot> newest = state.stream(sink -> new SnapshotFeed(state, sink));
        return newest.concatMap(
                snapshot -> Flux.concat(
                        Mono.just(snapshot), Mono.delay(pause, settings.timer).then(Mono.empty())),
                0); // no prefetch: the next is made after the pause
    }

    @Override
    public FleetSnapshot snapshot() {
        return state.snapshot();
    }

    @Override
    public PollLoad load() {
        return new PollLoad(healthy.taken(), sick.taken(), healthy.waiting(), sick.waiting());
    }

    @Override
    public Mono<MeetingSearch> findMeeting(String meetingId) {
        SimpleRequest.getMeetingInfo(meetingId); // refuses what cannot be asked for
        return Mono.defer(() -> {
            LocatedMeeting known = snapshot().findMeeting(meetingId).orElse(null);
            return known != null && known.known()
                    ? Mono.just(new MeetingSearch(known, List.of()))
                    : MeetingFinder.search(meetingId, roster.reachable());
        });
    }
}
