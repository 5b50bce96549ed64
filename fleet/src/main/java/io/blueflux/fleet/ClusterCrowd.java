// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.fleet.ClusterWord.Line;
import io.blueflux.fleet.ClusterWord.Member;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members of a cluster: who is there, who is ready for which servers, and who is missing. Not thread-safe. */
final class ClusterCrowd {
    private final Map<String, Member> words = new HashMap<>(); // what each said of itself last
    private ClusterMembers now = new ClusterMembers(List.of(), key -> "");
    private Set<String> present = Set.of();
    private int expected;
    private @Nullable Instant missingSince;

    /** Takes note of who is there; returns who is not any more. */
    List<String> come(ClusterMembers next, Instant at) {
        Set<String> before = present;
        now = next;
        present = new HashSet<>(next.names());
        List<String> gone =
                before.stream().filter(member -> !present.contains(member)).toList();
        for (String member : gone) {
            Member word = words.remove(member);
            expected -= word != null && word.leaving() ? 1 : 0;
        }
        expected = Math.max(expected, present.size());
        missingSince = expected == present.size() ? null : missingSince == null ? at : missingSince;
        return gone;
    }

    /** Takes note of what a member says of itself. */
    void hear(Member word) {
        words.put(word.key(), word);
    }

    boolean isThere(String member) {
        return present.contains(member);
    }

    /** Whether a member is there that has been given a server, if it is about to leave or not. */
    boolean has(String member, String key) {
        Member word = words.get(member);
        return word != null && isThere(member) && word.servers().contains(key);
    }

    int size() {
        return present.size();
    }

    int expected() {
        return expected;
    }

    @Nullable
    Instant missingSince() {
        return missingSince;
    }

    /**
     * Returns who is to poll a server: whom the engine chooses; where that one has not been given it, or is not ready, whoever polls it
     * by now; else one of the others, by a hash. Null if there is nobody.
     */
    @Nullable
    String first(String key, Line line, boolean isReleased) {
        String chosen = chosen(key);
        if (chosen != null && isReady(chosen, key)) {
            return chosen;
        }
        if (!isReleased && isReady(line.owner(), key)) {
            return line.owner();
        }
        return now.names().stream()
                .filter(member -> isReady(member, key))
                .min((one, other) -> Integer.compareUnsigned(rank(one, key), rank(other, key)))
                .orElse(null);
    }

    /** Returns in which turn a member is to stand in for the one that is silent, from 1 on. */
    int turn(String self, String key, @Nullable String silent) {
        int mine = rank(self, key);
        return 1
                + (int) now.names().stream()
                        .filter(member -> !member.equals(self) && !member.equals(silent) && isReady(member, key))
                        .filter(member -> Integer.compareUnsigned(rank(member, key), mine) < 0)
                        .count();
    }

    /** Whether any member has been given a server. */
    boolean isListed(String key) {
        return words.values().stream().anyMatch(word -> word.servers().contains(key));
    }

    /** Whether anybody else could take servers over. */
    boolean hasOthersThan(String self) {
        return words.values().stream()
                .anyMatch(word -> !word.key().equals(self) && isThere(word.key()) && !word.leaving());
    }

    /** Returns the names of servers that some members have been given and others have not. */
    Set<String> differences() {
        List<Set<String>> lists = present.stream()
                .map(words::get)
                .filter(Objects::nonNull)
                .map(Member::servers)
                .toList();
        Set<String> all = new HashSet<>();
        lists.forEach(all::addAll);
        Set<String> some = new TreeSet<>();
        for (String key : all) {
            if (!lists.stream().allMatch(list -> list.contains(key))) {
                some.add(ClusterKeys.name(key));
            }
        }
        return some;
    }

    private @Nullable String chosen(String key) {
        try {
            return now.first(key);
        } catch (Throwable e) {
            HostCode.threw("the engine of the cluster, asked who is first,", e);
            return null;
        }
    }

    private boolean isReady(String member, String key) {
        Member word = words.get(member);
        return word != null && !word.leaving() && has(member, key);
    }

    private static int rank(String member, String key) {
        return NameHash.of(member + ' ' + key);
    }
}
