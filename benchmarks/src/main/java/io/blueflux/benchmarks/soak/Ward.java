// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.truth.Child;
import io.blueflux.benchmarks.truth.Fact;
import io.blueflux.benchmarks.truth.Told;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The servers' process, and its record of what was so. Thread-safe. */
final class Ward implements AutoCloseable {
    private static final int MEETINGS = 4;
    private static final int USERS = 4;

    private final Child process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Map<String, Map<String, Fact>> facts = new HashMap<>(); // by server, by key

    Ward(int servers) throws IOException {
        process = new Child(
                WardMain.class,
                List.of("-Xmx1g"),
                this::hear,
                String.valueOf(servers),
                String.valueOf(MEETINGS),
                String.valueOf(USERS));
    }

    private synchronized void hear(String line) {
        if (line.startsWith("port ")) {
            port.complete(Integer.valueOf(line.substring(5)));
            return;
        }
        Told change = Told.of(line);
        Map<String, Fact> its = facts.computeIfAbsent(change.key().split("/", 2)[0], any -> new HashMap<>());
        if (change.sign() == Told.THERE) {
            its.put(change.key(), new Fact(change.key(), change.at(), Fact.OPEN));
        } else {
            its.computeIfPresent(change.key(), (key, fact) -> new Fact(key, fact.from(), change.at()));
        }
    }

    /** Returns the port. Blocks until they listen. */
    int port() throws IOException, InterruptedException {
        try {
            return port.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the servers did not start", e);
        }
    }

    /** Returns what was so on a server. */
    synchronized Map<String, Fact> facts(int server) {
        return Map.copyOf(facts.getOrDefault(Stay.name(server), Map.of()));
    }

    /** Returns how many meetings ended. */
    synchronized long ended() {
        return facts.values().stream()
                .flatMap(its -> its.values().stream())
                .filter(fact -> fact.until() != Fact.OPEN
                        && fact.key().chars().filter(c -> c == '/').count() == 1)
                .count();
    }

    void ail(int server, Ailment ailment) throws IOException {
        process.say("ail " + server + " " + ailment);
    }

    void secret(int server, int number) throws IOException {
        process.say("secret " + server + " " + number);
    }

    /** Ends its meetings. */
    void close(int server) throws IOException {
        process.say("close " + server);
    }

    /** Fills it with meetings. */
    void open(int server) throws IOException {
        process.say("open " + server);
    }

    @Override
    public void close() {
        process.kill();
    }
}
