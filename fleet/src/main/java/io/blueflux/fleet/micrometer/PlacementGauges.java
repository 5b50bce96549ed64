// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How a placement reckons the load of each server; reckoned when it is read. */
final class PlacementGauges {
    private final MeterRegistry registry;
    private final int maxServers;
    private final Map<String, List<Meter>> meters = new LinkedHashMap<>(); // guarded by this, as the next
    private List<FleetServer> followed = List.of();
    private boolean closed;

    PlacementGauges(MeterRegistry registry, int maxServers) {
        this.registry = registry;
        this.maxServers = maxServers;
    }

    /** Takes the servers as they are now; costs nothing while they are the same. */
    synchronized void follow(List<FleetServer> servers, MeetingPlacement placement) {
        if (closed || servers == followed) {
            return;
        }
        followed = servers;
        Set<String> names = servers.stream().map(FleetServer::name).collect(Collectors.toSet());
        meters.entrySet().removeIf(each -> {
            boolean isGone = !names.contains(each.getKey());
            if (isGone) {
                each.getValue().forEach(registry::remove);
            }
            return isGone;
        });
        for (FleetServer server : servers) {
            if (meters.size() < maxServers) {
                meters.computeIfAbsent(server.name(), name -> gauges(name, placement));
            }
        }
    }

    synchronized void close() {
        closed = true;
        meters.values().forEach(each -> each.forEach(registry::remove));
        meters.clear();
    }

    private List<Meter> gauges(String server, MeetingPlacement placement) {
        return List.of(
                gauge("load", server, placement, each -> each.load(server)),
                gauge("load.reserved", server, placement, each -> each.reserved(server)));
    }

    private Meter gauge(
            String name, String server, MeetingPlacement placement, ToDoubleFunction<MeetingPlacement> value) {
        return Gauge.builder("blueflux.server." + name, placement, value)
                .tag("server", server)
                .strongReference(true)
                .register(registry);
    }
}
