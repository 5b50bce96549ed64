// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetTask;
import io.blueflux.fleet.placement.MeetingDoubled;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.PlacedMeeting;
import io.blueflux.fleet.placement.PlacementListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Meters of a placement: what it does, for {@link io.blueflux.fleet.placement.MeetingPlacementBuilder#listener}, and how it reckons
 * each server's load, for {@link io.blueflux.fleet.BbbFleetBuilder#task}. One object is given to both:
 *
 * <pre>{@code
 * PlacementMeters meters = PlacementMeters.of(registry);
 * BbbFleet fleet = BbbFleet.builder(Duration.ofSeconds(10)).task(meters).build();
 * MeetingPlacement placement = MeetingPlacement.builder(fleet).listener(meters).build();
 * }</pre>
 *
 * <p>Those of a server come and go with it while the fleet runs; all are removed when it stops. Servers are told apart by name, never by
 * URL. The file {@code docs/metrics.md} has a table of all. Of several placements the first one's reckoning is shown, and what they
 * do is summed up. Thread-safe.
 */
public final class PlacementMeters implements PlacementListener, FleetTask {
    private static final int MAX_SERVERS = 2_000;

    private final MeterRegistry registry;
    private final int maxServers;
    private final PlacementCounts counts;
    private volatile @Nullable MeetingPlacement first;

    private PlacementMeters(MeterRegistry registry, int maxServers) {
        this.registry = registry;
        this.maxServers = maxServers;
        this.counts = new PlacementCounts(registry);
    }

    /**
     * Registers with a registry, with meters of their own for up to 2,000 servers.
     *
     * @param registry where
     * @return meters for one fleet and its placement
     */
    public static PlacementMeters of(MeterRegistry registry) {
        return new PlacementMeters(Objects.requireNonNull(registry, "registry"), MAX_SERVERS);
    }

    /**
     * Bounds how many servers have meters of their own.
     *
     * @param servers at least 0; who comes first has them
     * @return a copy, for another fleet and placement
     * @throws IllegalArgumentException if it is below 0
     */
    public PlacementMeters withMaxServers(int servers) {
        if (servers < 0) {
            throw new IllegalArgumentException("maxServers must be at least 0, not " + servers);
        }
        return new PlacementMeters(registry, servers);
    }

    @Override
    public Publisher<?> run(BbbFleet fleet) {
        Objects.requireNonNull(fleet, "fleet");
        return Flux.defer(() -> {
            PlacementGauges gauges = new PlacementGauges(registry, maxServers);
            return Flux.merge(fleet.events(), fleet.reports())
                    .doOnNext(news -> follow(gauges, fleet))
                    .doFinally(end -> {
                        gauges.close();
                        counts.close();
                    });
        });
    }

    /** Reports tell of servers that another process polls in no other way than that time goes on. */
    private void follow(PlacementGauges gauges, BbbFleet fleet) {
        MeetingPlacement known = first;
        if (known != null) {
            gauges.follow(fleet.servers(), known);
        }
    }

    @Override
    public void onBuilt(MeetingPlacement placement) {
        Objects.requireNonNull(placement, "placement");
        if (first == null) {
            first = placement;
        }
    }

    @Override
    public void onPlaced(PlacedMeeting meeting, Duration elapsed) {
        Objects.requireNonNull(meeting, "meeting");
        counts.ended(meeting.created() ? "created" : "found", Objects.requireNonNull(elapsed, "elapsed"));
    }

    @Override
    public void onFailed(String meetingId, Throwable error, Duration elapsed) {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(error, "error");
        counts.ended("failed", Objects.requireNonNull(elapsed, "elapsed"));
    }

    @Override
    public void onLooked(String server, boolean answered) {
        Objects.requireNonNull(server, "server");
        counts.looked(answered);
    }

    @Override
    public void onFailedOver(String meetingId, String server, Throwable error) {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(error, "error");
        counts.one("failovers");
    }

    @Override
    public void onAmbiguous(String meetingId, String server, Throwable error) {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(error, "error");
        counts.one("ambiguous.creates");
    }

    @Override
    public void onDoubled(MeetingDoubled doubled) {
        Objects.requireNonNull(doubled, "doubled");
        counts.one("doubled.meetings");
    }
}
