// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.PrintableText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a meeting goes and why, for logs and for people who ask. Immutable. Its text is one line: the choice, the other candidates,
 * and the obstacles of the others, counted.
 *
 * @param meetingId the {@code meetingID}
 * @param expectedParticipants how many the meeting is reckoned with
 * @param server the name of the server that gets it; null if none may take it
 * @param servers every server, in the order of this meeting; those without an obstacle were the candidates
 */
public record PlacementChoice(
        String meetingId,
        double expectedParticipants,
        @Nullable String server,
        List<Server> servers) {

    /** Refuses what is missing. */
    public PlacementChoice {
        Objects.requireNonNull(meetingId, "meetingId");
        servers = List.copyOf(Objects.requireNonNull(servers, "servers"));
    }

    /**
     * A server as it was weighed.
     *
     * @param name its name
     * @param weight its weight
     * @param meetings how many meetings it has, those just placed included, without breakout rooms
     * @param participants how many participants are there or expected there, without breakout rooms
     * @param load the load of all its meetings
     * @param reserved which part of the load is of meetings that this process placed and no answer has shown yet
     * @param score what its load would be with the new meeting, divided by its weight; of the candidates the least wins, and of
     *     equal ones the first
     * @param obstacle why it cannot have the meeting; null of a candidate
     */
    public record Server(
            String name,
            double weight,
            int meetings,
            double participants,
            double load,
            double reserved,
            double score,
            @Nullable PlacementObstacle obstacle) {
        /** Refuses what is missing. */
        public Server {
            Objects.requireNonNull(name, "name");
        }
    }

    /** Returns the choice in one line. */
    @Override
    public String toString() {
        List<Server> candidates =
                servers.stream().filter(each -> each.obstacle() == null).toList();
        String winner = server == null
                ? "no server"
                : scored(candidates, each -> each.name().equals(server));
        String others = candidates.size() < 2
                ? ""
                : " before " + scored(candidates, each -> !each.name().equals(server));
        String obstacles = Obstacles.counted(servers.stream().flatMap(each -> Stream.ofNullable(each.obstacle())));
        return PrintableText.line(meetingId) + " (" + number(expectedParticipants) + " expected): " + winner + others
                + (obstacles.isEmpty() ? "" : "; others: " + obstacles);
    }

    private static String scored(List<Server> candidates, Predicate<Server> which) {
        return candidates.stream()
                .filter(which)
                .sorted(Comparator.comparingDouble(
                        Server::score)) // stable: the order of the meeting where they are equal
                .map(each -> PrintableText.line(each.name()) + " at " + number(each.score()))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
