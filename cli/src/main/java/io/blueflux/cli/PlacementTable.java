// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.placement.PlacementChoice;
import io.blueflux.fleet.placement.PlacementObstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the servers of a list were weighed for a meeting: a row a server, in the order of the meeting. */
final class PlacementTable {
    private static final int LEAST_NAME = 12;
    private static final String CELLS = " %6s %8s %12s %8s %8s %8s  %s";

    private PlacementTable() {}

    static List<String> lines(PlacementChoice choice) {
        int width = choice.servers().stream()
                .mapToInt(server -> DisplayWidth.of(OneLine.of(server.name())))
                .reduce(LEAST_NAME, Math::max);
        List<String> lines = new ArrayList<>();
        lines.add(DisplayWidth.fitted("server", width)
                + CELLS.formatted("weight", "meetings", "participants", "load", "reserved", "score", "reason"));
        for (PlacementChoice.Server server : choice.servers()) {
            lines.add(DisplayWidth.fitted(OneLine.of(server.name()), width) + cells(choice, server));
        }
        return lines;
    }

    private static String cells(PlacementChoice choice, PlacementChoice.Server server) {
        String weight = number(server.weight());
        return wasLookedAt(server.obstacle())
                ? CELLS.formatted(
                        weight,
                        server.meetings(),
                        number(server.participants()),
                        number(server.load()),
                        number(server.reserved()),
                        number(server.score()),
                        reason(choice, server))
                : CELLS.formatted(weight, "-", "-", "-", "-", "-", reason(choice, server));
    }

    /** Of the others nothing is known. */
    private static boolean wasLookedAt(@Nullable PlacementObstacle obstacle) {
        return obstacle == null
                || obstacle == PlacementObstacle.MEETINGS_FULL
                || obstacle == PlacementObstacle.PARTICIPANTS_FULL;
    }

    private static String reason(PlacementChoice choice, PlacementChoice.Server server) {
        PlacementObstacle obstacle = server.obstacle();
        if (obstacle != null) {
            return obstacle.words();
        }
        return server.name().equals(choice.server()) ? "chosen" : "candidate";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
