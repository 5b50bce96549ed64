// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.PrintableText;
import io.blueflux.error.BbbException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No server of the fleet may take a new meeting. The message counts the reasons in one line, for example {@code no server may take
 * the meeting room-7: 22 servers, 3 down, 19 full of meetings}. It was surely not created; asking again later may well succeed.
 */
public final class NoServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String meetingId;
    private final Map<String, PlacementObstacle> obstacles;
    private final Map<String, BbbException> createErrors;

    /**
     * Makes the error.
     *
     * @param choice what was found of each server; those without an obstacle count as {@link PlacementObstacle#CREATE_FAILED}
     * @param createErrors what the creates of this meeting failed of, by the server's name; the last one becomes the cause
     */
    public NoServerException(PlacementChoice choice, Map<String, BbbException> createErrors) {
        super(message(Objects.requireNonNull(choice, "choice")), last(createErrors));
        this.meetingId = choice.meetingId();
        this.obstacles = obstacles(choice);
        this.createErrors = new LinkedHashMap<>(createErrors);
    }

    /**
     * Returns which meeting it was.
     *
     * @return the {@code meetingID}
     */
    public String meetingId() {
        return meetingId;
    }

    /**
     * Returns of each server why it may not take the meeting.
     *
     * @return by name, in the order of this meeting; empty if the fleet has no servers
     */
    public Map<String, PlacementObstacle> obstacles() {
        return new LinkedHashMap<>(obstacles);
    }

    /**
     * Returns what the creates of this meeting failed of.
     *
     * @return by the server's name, in the order in which they were tried; empty if none was
     */
    public Map<String, BbbException> createErrors() {
        return new LinkedHashMap<>(createErrors);
    }

    private static String message(PlacementChoice choice) {
        Map<String, PlacementObstacle> all = obstacles(choice);
        return "no server may take the meeting " + PrintableText.line(choice.meetingId()) + ": "
                + switch (all.size()) {
                    case 0 -> "the fleet has none";
                    case 1 -> "1 server, " + Obstacles.counted(all.values().stream());
                    default -> all.size() + " servers, " + Obstacles.counted(all.values().stream());
                };
    }

    private static Map<String, PlacementObstacle> obstacles(PlacementChoice choice) {
        Map<String, PlacementObstacle> obstacles = new LinkedHashMap<>();
        for (PlacementChoice.Server each : choice.servers()) {
            PlacementObstacle obstacle = each.obstacle();
            obstacles.put(each.name(), obstacle == null ? PlacementObstacle.CREATE_FAILED : obstacle);
        }
        return obstacles;
    }

    private static @Nullable BbbException last(Map<String, BbbException> createErrors) {
        BbbException last = null;
        for (BbbException each :
                Objects.requireNonNull(createErrors, "createErrors").values()) {
            last = each;
        }
        return last;
    }
}
