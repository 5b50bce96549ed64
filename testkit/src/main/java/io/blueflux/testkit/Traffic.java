// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What a server saw: requests, how many of them at once, and over which connections. */
final class Traffic {
    static final String ALL = "*";
    private static final int KEPT = 10_000;

    private final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Set<Channel> connections = ConcurrentHashMap.newKeySet();

    private static final class Counter {
        private final AtomicInteger total = new AtomicInteger();
        private final AtomicInteger inFlight = new AtomicInteger();
        private final AtomicInteger maxInFlight = new AtomicInteger();

        void begin() {
            total.incrementAndGet();
            maxInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        }
    }

    void connected(Channel channel) {
        if (connections.add(channel)) {
            channel.closeFuture().addListener(closed -> connections.remove(channel));
        }
    }

    /** Records a request; the answer runs once the request is over, also when its connection is lost. */
    Runnable begin(RecordedRequest request, Channel channel) {
        connected(channel);
        requests.add(request);
        if (kept.incrementAndGet() > KEPT && requests.poll() != null) {
            kept.decrementAndGet();
        }
        Counter call = counter(request.call());
        Counter all = counter(ALL);
        call.begin();
        all.begin();
        AtomicBoolean over = new AtomicBoolean();
        Runnable finish = () -> {
            if (over.compareAndSet(false, true)) {
                call.inFlight.decrementAndGet();
                all.inFlight.decrementAndGet();
            }
        };
        ChannelFutureListener lost = closed -> finish.run();
        channel.closeFuture().addListener(lost);
        return () -> {
            finish.run();
            channel.closeFuture().removeListener(lost);
        };
    }

    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    int total(String call) {
        return counter(call).total.get();
    }

    int inFlight(String call) {
        return counter(call).inFlight.get();
    }

    int maxInFlight(String call) {
        return counter(call).maxInFlight.get();
    }

    Set<Channel> connections() {
        return Set.copyOf(connections);
    }

    /** Forgets requests and totals; what is in flight goes on being counted. */
    void reset() {
        requests.clear();
        kept.set(0);
        counters.values().forEach(counter -> {
            counter.total.set(0);
            counter.maxInFlight.set(counter.inFlight.get());
        });
    }

    private Counter counter(String call) {
        return counters.computeIfAbsent(call, name -> new Counter());
    }
}
