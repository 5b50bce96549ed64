// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterHearer;
import io.blueflux.fleet.ClusterMembers;
import io.blueflux.fleet.ClusterWord;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.annotation.TopologyChanged;
import org.infinispan.notifications.cachelistener.event.CacheEntryEvent;
import org.infinispan.notifications.cachelistener.event.TopologyChangedEvent;
import org.jspecify.annotations.Nullable;

/** Tells the hearer what the others put into the grid, on one thread; the grid's own threads only leave it here. */
final class Hearing implements Runnable {
    private static final int MOST_WORDS = 400_000;
    private static final long IDLE_MILLIS = 500;
    private static final long NAMELESS_MILLIS = 50;
    private static final Duration LIFE_OF_VIEWS = Duration.ofMinutes(10);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private final String cluster;
    private final Envelope self;
    private final Places places;
    private final ClusterHearer hearer;
    private final Teller teller;
    private final OnceLog log;
    private final Runnable joined;
    private final Mailbox<byte[]> mailbox = new Mailbox<>(MOST_WORDS);
    private final Map<String, Known> servers = new HashMap<>();
    private final Map<String, ClusterWord.Member> members = new HashMap<>();
    private List<String> names = List.of();
    private volatile boolean stopped;

    Hearing(
            String cluster,
            Envelope self,
            Places places,
            ClusterHearer hearer,
            Teller teller,
            OnceLog log,
            Runnable joined) {
        this.cluster = cluster;
        this.self = self;
        this.places = places;
        this.hearer = hearer;
        this.teller = teller;
        this.log = log;
        this.joined = joined;
    }

    /** What the grid calls, which wants it public. */
    @Listener
    public static final class Ear {
        private final Hearing hearing;

        Ear(Hearing hearing) {
            this.hearing = hearing;
        }

        /** A word that there was none of. */
        @CacheEntryCreated
        public void created(CacheEntryEvent<String, byte[]> event) {
            changed(event);
        }

        /** A word that replaces another. */
        @CacheEntryModified
        public void modified(CacheEntryEvent<String, byte[]> event) {
            changed(event);
        }

        /** Other members, or another who is first. */
        @TopologyChanged
        public void moved(TopologyChangedEvent<String, byte[]> event) {
            if (!event.isPre()) {
                hearing.mailbox.wake();
            }
        }

        private void changed(CacheEntryEvent<String, byte[]> event) {
            if (!event.isPre() && !event.isOriginLocal() && event.getValue() != null) {
                hearing.put(event.getKey(), event.getValue());
            }
        }
    }

    /** Leaves what was there before the first event; what an event told stays. */
    void found(String slot, byte[] value) {
        mailbox.putIfAbsent(slot, value);
    }

    void stop() {
        stopped = true;
        mailbox.wake();
    }

    @Override
    public void run() {
        boolean told = false;
        long sweepAt = System.nanoTime() + LIFE_OF_VIEWS.toNanos();
        while (!stopped) {
            boolean named = hasLooked();
            mailbox.takeAll(this::heard);
            if (!told && !names.isEmpty()) {
                told = true;
                joined.run();
            }
            if (System.nanoTime() - sweepAt > 0) {
                sweepAt = System.nanoTime() + LIFE_OF_VIEWS.toNanos();
                long now = System.nanoTime();
                servers.values().removeIf(known -> known.isUseless(now));
            }
            mailbox.await(named ? IDLE_MILLIS : NAMELESS_MILLIS);
        }
    }

    private void put(String slot, byte[] value) {
        if (!mailbox.put(slot, value)) {
            log.warn("flood", "Cluster {}: too many words wait to be heard, the newest are left out", cluster);
        }
    }

    private boolean hasLooked() {
        try {
            return look();
        } catch (Throwable e) {
            if (!stopped) {
                log.warn("places", "Cluster {}: it cannot be seen who is there", cluster, e);
            }
            return false;
        }
    }

    /** Tells who is there, if that is others or other places; false while a name is not known yet. */
    private boolean look() {
        if (!places.haveMoved()) {
            return true;
        }
        ClusterMembers now = places.now();
        if (now == null) {
            return false;
        }
        Set<String> came = new HashSet<>(now.names());
        names.forEach(came::remove);
        Set<String> gone = new HashSet<>(names);
        now.names().forEach(gone::remove);
        names = now.names();
        hearer.members(now);
        gone.forEach(this::forget);
        came.stream()
                .filter(members::containsKey)
                .forEach(name -> hearer.heard(Objects.requireNonNull(members.get(name))));
        teller.tellAgain();
        return true;
    }

    private void forget(String name) {
        members.remove(name);
        if (names.indexOf(self.sender()) == 0) { // one does for all
            teller.remove(Slot.of(Slot.MEMBER, name));
            teller.remove(Slot.of(Slot.HERE, name));
        }
    }

    private void heard(String slot, byte[] value) {
        if (stopped) {
            return;
        }
        String sender = "?";
        try {
            WordIn in = new WordIn(value);
            Envelope envelope = Envelope.read(in);
            sender = envelope.sender();
            if (sender.equals(self.sender())) {
                return;
            }
            if (envelope.format() != self.format()) {
                log.error(
                        "format " + sender,
                        "Cluster {}: {} tells by format {}, which this member, of format {}, does not know",
                        cluster,
                        sender,
                        envelope.format(),
                        self.format());
                return;
            }
            heard(slot, sender, in);
        } catch (Throwable e) {
            log.warn("broken " + sender, "Cluster {}: a word of {} cannot be read", cluster, sender, e);
        }
    }

    private void heard(String slot, String sender, WordIn in) {
        switch (Slot.kind(slot)) {
            case Slot.HERE -> {}
            case Slot.HEAD -> heard(Head.read(in));
            case Slot.BODY -> hear(server(Slot.key(slot)).body(sender, Body.read(in)));
            default -> heard(WordCode.read(Slot.kind(slot), in));
        }
    }

    private void heard(Head head) {
        String key = head.view().key();
        Duration life = LIFE_OF_VIEWS.plus(
                shortest(head.view().untilNext(), LONGEST_LIFE).multipliedBy(3));
        teller.heardView(key);
        hear(server(key).head(head, System.nanoTime() + life.toNanos()));
    }

    private void heard(ClusterWord word) {
        if (word instanceof ClusterWord.Member member) {
            members.put(member.key(), member);
            if (!names.contains(member.key())) {
                return; // heard when it is there
            }
        } else if (word instanceof ClusterWord.Marks marks) {
            teller.heardMarks(marks);
        }
        hearer.heard(word);
    }

    private void hear(ClusterWord.@Nullable View view) {
        if (view != null) {
            hearer.heard(view);
        }
    }

    private Known server(String key) {
        return servers.computeIfAbsent(key, name -> new Known(System.nanoTime() + LIFE_OF_VIEWS.toNanos()));
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
