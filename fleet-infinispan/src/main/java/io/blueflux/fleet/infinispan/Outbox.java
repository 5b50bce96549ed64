// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.infinispan.context.Flag;
import org.jspecify.annotations.Nullable;

/**
 * Puts entries into the grid, many at once: a put costs more than what is put. Without locks, since two members that put many would
 * wait for each other's; which of two words of one server stands in the grid does not matter, the later poll comes anyway. For one
 * thread, which may have to wait for a member that does not listen.
 */
final class Outbox {
    private static final int MOST_BYTES = 256 << 10;

    private final Cache<String, byte[]> words;
    private final OnceLog log;
    private final Map<Duration, Map<String, byte[]>> waiting = new HashMap<>();
    private int bytes;
    private volatile boolean closed;
    private volatile Runnable hearer = () -> {};

    Outbox(Cache<String, byte[]> words, OnceLog log) {
        this.words = words.getAdvancedCache().withFlags(Flag.IGNORE_RETURN_VALUES, Flag.SKIP_LOCKING);
        this.log = log;
    }

    void put(String slot, byte[] value, Duration life) {
        waiting.computeIfAbsent(life, any -> new LinkedHashMap<>()).put(slot, value);
        bytes += value.length;
        if (bytes > MOST_BYTES) {
            send();
        }
    }

    void remove(String slot) {
        send();
        sent(() -> words.removeAsync(slot));
    }

    void send() {
        waiting.forEach(
                (life, entries) -> sent(() -> words.putAllAsync(entries, life.toMillis(), TimeUnit.MILLISECONDS)));
        waiting.clear();
        bytes = 0;
    }

    /** Tells somebody when something was not put. */
    void whenFailed(Runnable told) {
        hearer = told;
    }

    /** What fails from now on is no surprise. */
    void close() {
        closed = true;
    }

    /** Puts something. */
    @FunctionalInterface
    private interface Sending {
        CompletionStage<?> send();
    }

    private void sent(Sending sending) {
        try {
            sending.send().whenComplete((done, error) -> failed(error));
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(@Nullable Throwable error) {
        if (error != null && !closed) {
            log.warn("tell", "Words cannot be told to the cluster", error);
            hearer.run();
        }
    }
}
