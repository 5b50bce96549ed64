// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterHearer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.infinispan.context.Flag;

/** A member, from its start to its end. All of it blocks. */
final class Grid {
    private static final long LEAVING_MILLIS = 1_000;
    private static final long FIRST_WORDS_SECONDS = 30;

    private final String cluster;
    private final Home home;
    private final String self;
    private final GridCaches caches;
    private final Hearing.Ear ear;
    private final Teller teller;
    private final Hearing hearing;
    private final Thread telling;
    private final Thread listening;
    private final CountDownLatch joined = new CountDownLatch(1);

    private Grid(String cluster, int format, Home home, GridCaches caches, ClusterHearer hearer) {
        this.cluster = cluster;
        this.home = home;
        this.caches = caches;
        self = String.valueOf((Object) home.manager().getAddress());
        Envelope envelope = new Envelope(format, self);
        OnceLog log = new OnceLog();
        teller = new Teller(self, new WordCode(envelope), new Outbox(caches.words(), log), log);
        Places places = new Places(caches.words().getAdvancedCache());
        hearing = new Hearing(cluster, envelope, places, hearer, teller, log, joined::countDown);
        ear = new Hearing.Ear(hearing);
        telling = thread("blueflux-cluster-tell-", teller);
        listening = thread("blueflux-cluster-hear-", hearing);
    }

    /** Returns a member that has told the hearer of all that was there. */
    static Grid joined(String cluster, int format, Home home, ClusterHearer hearer) throws InterruptedException {
        try {
            GridCaches caches = new GridCaches(home.manager());
            Grid grid = new Grid(cluster, format, home, caches, hearer);
            try {
                grid.join(format);
                return grid;
            } catch (InterruptedException | RuntimeException | Error e) {
                grid.leave();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            stop(home);
            throw e;
        }
    }

    String self() {
        return self;
    }

    Teller teller() {
        return teller;
    }

    Cache<String, byte[]> words() {
        return caches.words();
    }

    Cache<String, String> claims() {
        return caches.claims();
    }

    void leave() throws InterruptedException {
        try {
            teller.stop();
            ended(telling);
            hearing.stop();
            ended(listening);
            caches.words().removeListener(ear);
            if (!home.own()) {
                caches.stop();
            }
        } finally {
            stop(home);
        }
    }

    private void join(int format) throws InterruptedException {
        caches.words().addListener(ear);
        Set<String> members = members();
        for (Map.Entry<String, byte[]> entry : caches.words()
                .getAdvancedCache()
                .withFlags(Flag.CACHE_MODE_LOCAL)
                .entrySet()) {
            if (Slot.isKept(entry.getKey())) {
                check(format, members, entry);
                hearing.found(entry.getKey(), entry.getValue());
            }
        }
        telling.start();
        listening.start();
        if (!joined.await(FIRST_WORDS_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "cluster " + cluster + ": the words that were there take too long to be heard");
        }
    }

    private void check(int format, Set<String> members, Map.Entry<String, byte[]> entry) {
        if (Slot.kind(entry.getKey()) != Slot.HERE || !members.contains(Slot.key(entry.getKey()))) {
            return;
        }
        Envelope other = Envelope.read(new WordIn(entry.getValue()));
        if (other.format() != format) {
            throw new KeptOutException("Cluster " + cluster + ": " + other.sender() + " tells by format "
                    + other.format() + ", which this member, of format " + format + ", does not know; it stays out");
        }
    }

    private Set<String> members() {
        Set<String> names = new HashSet<>();
        List<Object> addresses = new ArrayList<>(home.manager().getMembers());
        addresses.forEach(address -> names.add(address.toString()));
        return names;
    }

    private Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name + self);
        thread.setDaemon(true);
        return thread;
    }

    private static void ended(Thread thread) throws InterruptedException {
        thread.join(LEAVING_MILLIS);
        if (thread.isAlive()) {
            thread.interrupt();
        }
    }

    private static void stop(Home home) {
        if (home.own()) {
            home.manager().stop();
        }
    }
}
