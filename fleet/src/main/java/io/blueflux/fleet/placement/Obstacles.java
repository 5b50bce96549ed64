// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts obstacles, for one line. */
final class Obstacles {
    private Obstacles() {}

    /** Returns for example {@code 3 down, 19 full of meetings}; empty if there are none. */
    static String counted(Stream<PlacementObstacle> obstacles) {
        Map<PlacementObstacle, Integer> counts = new EnumMap<>(PlacementObstacle.class);
        obstacles.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
