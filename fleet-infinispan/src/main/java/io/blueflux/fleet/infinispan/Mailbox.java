// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The newest value of each key, for the one thread that takes them. Who puts never waits. */
final class Mailbox<V> {
    private final int most;
    private final Map<String, V> newest = new ConcurrentHashMap<>();
    private volatile @Nullable Thread taker;
    private volatile boolean woken;

    Mailbox(int most) {
        this.most = most;
    }

    /** Tells whether there was room. */
    boolean put(String key, V value) {
        if (newest.size() >= most && !newest.containsKey(key)) {
            return false;
        }
        newest.put(key, value);
        added();
        return true;
    }

    boolean putIfAbsent(String key, V value) {
        if (newest.size() >= most) {
            return newest.containsKey(key);
        }
        newest.putIfAbsent(key, value);
        added();
        return true;
    }

    boolean isEmpty() {
        return newest.isEmpty();
    }

    /** For the taker: hands over what is there. */
    void takeAll(BiConsumer<String, V> to) {
        for (String key : List.copyOf(newest.keySet())) {
            V value = newest.remove(key);
            if (value != null) {
                to.accept(key, value);
            }
        }
    }

    /** For the taker: waits until something is put, it is woken, or the time is over. */
    void await(long millis) {
        taker = Thread.currentThread();
        if (newest.isEmpty() && !woken) {
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(millis));
        }
        taker = null;
        woken = false;
    }

    /** For the taker: waits, whatever is put. */
    void gather(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); left > 0 && !woken; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    void wake() {
        woken = true;
        LockSupport.unpark(taker);
    }

    private void added() {
        LockSupport.unpark(taker);
    }
}
