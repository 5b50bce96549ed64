// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.fleet.Addresses;
import io.blueflux.benchmarks.truth.Child;
import io.blueflux.benchmarks.truth.Fact;
import io.blueflux.benchmarks.truth.Told;
import io.blueflux.fleet.FleetServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** The process of servers, and its record: what was so, and who asked when. Thread-safe. */
final class Servers implements AutoCloseable {
    private static final String SECRET = "a-secret-of-the-benchmark";

    private final int count;
    private final Child process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Map<String, Fact> facts = new HashMap<>();
    private final List<Poll> polls = new ArrayList<>();

    private Servers(int count, int meetings, int users) throws IOException {
        this.count = count;
        this.process = new Child(
                ServersMain.class,
                List.of("-Xmx1g"),
                this::hear,
                String.valueOf(count),
                String.valueOf(meetings),
                String.valueOf(users));
    }

    /** Starts them. */
    static Servers start(int count, int meetings, int users) throws IOException {
        return new Servers(count, meetings, users);
    }

    static String name(int index) {
        return "s" + index;
    }

    /** Returns servers as a fleet takes them: each with an address of its own, all on one port. */
    static List<FleetServer> fleet(int count, int port) {
        return IntStream.range(0, count)
                .mapToObj(index -> BbbServer.of(
                                "http://" + Addresses.address(index) + ":" + port + "/" + index + "/bigbluebutton",
                                SECRET)
                        .withName(name(index)))
                .map(FleetServer::of)
                .toList();
    }

    int count() {
        return count;
    }

    /** Returns the port. Blocks until they listen. */
    int port() throws IOException, InterruptedException {
        try {
            return port.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the servers did not start", e);
        }
    }

    private synchronized void hear(String line) {
        switch (line.charAt(0)) {
            case Told.THERE -> {
                Told change = Told.of(line);
                facts.put(change.key(), new Fact(change.key(), change.at(), Fact.OPEN));
            }
            case Told.GONE -> {
                Told change = Told.of(line);
                facts.computeIfPresent(change.key(), (key, fact) -> new Fact(key, fact.from(), change.at()));
            }
            default -> {
                if (line.startsWith("port ")) {
                    port.complete(Integer.valueOf(line.substring(5)));
                } else {
                    polls.add(Poll.of(line));
                }
            }
        }
    }

    synchronized Map<String, Fact> facts() {
        return Map.copyOf(facts);
    }

    synchronized PollRecord polls() {
        return new PollRecord(names(), polls);
    }

    /** Returns those that ended since a time, which are recorded last. */
    synchronized PollRecord pollsSince(long time) {
        int first = polls.size();
        while (first > 0 && polls.get(first - 1).end() >= time) {
            first--;
        }
        return new PollRecord(names(), polls.subList(first, polls.size()));
    }

    private List<String> names() {
        return IntStream.range(0, count).mapToObj(Servers::name).toList();
    }

    /** Counts the meetings that ended. */
    long ended() {
        return facts().values().stream()
                .filter(fact -> fact.until() != Fact.OPEN
                        && fact.key().chars().filter(c -> c == '/').count() == 1)
                .count();
    }

    @Override
    public void close() {
        process.kill();
    }
}
