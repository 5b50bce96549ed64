// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The views of the servers, in the order in which these were added, of which a copy costs what changed since the last one: views
 * stand in chunks that a copy shares until they change, and so does the index by name. Not thread-safe; a copy is immutable.
 */
final class StateViews {
    private static final int CHUNK = 64;

    private Map<String, Integer> slots = new HashMap<>(); // where each server's view stands
    private boolean areSlotsShared;
    private @Nullable ServerView[][] chunks = new ServerView[1][];
    private final BitSet own = new BitSet(); // the chunks that no copy shares
    private int end; // the slot of the next server

    /** Replaces a server's view, or adds it as the last. */
    void put(String name, ServerView view) {
        Integer slot = slots.get(name);
        set(slot == null ? add(name) : slot, view);
    }

    void remove(String name) {
        Integer slot = slots.get(name);
        if (slot != null) {
            ownSlots().remove(name);
            set(slot, null);
            if (slots.size() < end / 2) {
                close();
            }
        }
    }

    /** Returns the views of now, by name. */
    Map<String, ServerView> copy() {
        areSlotsShared = true;
        own.clear();
        return Collections.unmodifiableMap(new Copy(Arrays.copyOf(chunks, used(end)), slots));
    }

    private int add(String name) {
        ownSlots().put(name, end);
        if (used(end + 1) > chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunks.length);
        }
        return end++;
    }

    private Map<String, Integer> ownSlots() {
        if (areSlotsShared) {
            slots = new HashMap<>(slots);
            areSlotsShared = false;
        }
        return slots;
    }

    private void set(int slot, @Nullable ServerView view) {
        int number = slot / CHUNK;
        @Nullable ServerView[] chunk = chunks[number];
        if (!own.get(number)) {
            chunk = chunk == null ? new ServerView[CHUNK] : chunk.clone();
            chunks[number] = chunk;
            own.set(number);
        }
        chunk[slot % CHUNK] = view;
    }

    /** Closes the gaps that servers left, once there are as many as servers. */
    private void close() {
        Map<String, ServerView> all = copy();
        slots = new HashMap<>();
        areSlotsShared = false;
        chunks = new ServerView[Math.max(1, used(all.size()))][];
        end = 0;
        all.forEach(this::put);
    }

    /** Returns how many chunks so many slots take. */
    private static int used(int slots) {
        return (slots + CHUNK - 1) / CHUNK;
    }

    /** The views as they were. What it has been given changes no more. */
    private static final class Copy extends AbstractMap<String, ServerView> {
        private final @Nullable ServerView[][] chunks;
        private final Map<String, Integer> slots;

        Copy(@Nullable ServerView[][] chunks, Map<String, Integer> slots) {
            this.chunks = chunks;
            this.slots = slots;
        }

        @Override
        public int size() {
            return slots.size();
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return slots.containsKey(name);
        }

        @Override
        public @Nullable ServerView get(@Nullable Object name) {
            Integer slot = slots.get(name);
            return slot == null ? null : chunks[slot / CHUNK][slot % CHUNK];
        }

        @Override
        public Collection<ServerView> values() {
            return new AbstractCollection<>() {
                @Override
                public Iterator<ServerView> iterator() {
                    return new Walk<>(chunks, Function.identity());
                }

                @Override
                public int size() {
                    return Copy.this.size();
                }
            };
        }

        @Override
        public Set<Map.Entry<String, ServerView>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<String, ServerView>> iterator() {
                    return new Walk<>(chunks, view -> Map.entry(view.name(), view));
                }

                @Override
                public int size() {
                    return Copy.this.size();
                }
            };
        }
    }

    /** Goes from view to view over the gaps. */
    private static final class Walk<T> implements Iterator<T> {
        private final @Nullable ServerView[][] chunks;
        private final Function<ServerView, T> form;
        private int slot;
        private @Nullable ServerView next;

        Walk(@Nullable ServerView[][] chunks, Function<ServerView, T> form) {
            this.chunks = chunks;
            this.form = form;
            advance();
        }

        private void advance() {
            next = null;
            while (next == null && slot < chunks.length * CHUNK) {
                next = chunks[slot / CHUNK][slot % CHUNK];
                slot++;
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public T next() {
            ServerView view = next;
            if (view == null) {
                throw new NoSuchElementException();
            }
            advance();
            return form.apply(view);
        }
    }
}
