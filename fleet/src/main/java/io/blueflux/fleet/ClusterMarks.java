// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.fleet.ClusterWord.Marks;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The marks of servers, as the members tell them each other. Not thread-safe. */
final class ClusterMarks {
    private final FleetState state;
    private final Consumer<ClusterWord> tell;
    private final Map<String, Marks> words = new HashMap<>(); // the last of each server

    ClusterMarks(FleetState state, Consumer<ClusterWord> tell) {
        this.state = state;
        this.tell = tell;
    }

    /** Returns what counts of a server; null if nobody told. */
    @Nullable
    Marks of(String key) {
        return words.get(key);
    }

    /** Whether a server bears a mark here. */
    boolean areSetHere(String name) {
        FleetState.Entry entry = state.get(name);
        return entry != null && (entry.view().cordoned() || entry.view().draining());
    }

    /** A member tells the others what is set here. */
    void tell(String key, String member, boolean gone) {
        FleetState.Entry entry = state.get(ClusterKeys.name(key));
        Marks before = words.get(key);
        boolean cordoned = entry != null && entry.view().cordoned();
        boolean draining = entry != null && entry.view().draining();
        Marks word = new Marks(key, cordoned, draining, gone, before == null ? 1 : before.version() + 1, member);
        words.put(key, word);
        tell.accept(word);
    }

    /** Hears what another has set; returns what counts now, null if that is what did before. */
    @Nullable
    Marks hear(Marks word) {
        Marks before = words.get(word.key());
        Marks now = before == null ? word : word.after(before);
        if (now.equals(before)) {
            return null;
        }
        words.put(word.key(), now);
        if (now.version() == word.version() && !now.equals(word)) {
            tell.accept(now); // both were set at once
        }
        return now;
    }

    /** Tells once more what counts of some servers. */
    void remind(Predicate<String> keys) {
        words.values().stream()
                .filter(word -> !word.gone() && keys.test(word.key()))
                .forEach(tell);
    }

    /** Tells once more what counts of what a member has set. */
    void tellAgain(String member) {
        words.values().stream().filter(word -> word.member().equals(member)).forEach(tell);
    }

    void clear() {
        words.clear();
    }
}
