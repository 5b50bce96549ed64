// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.truth.Child;
import io.blueflux.benchmarks.truth.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The fleet's process. */
final class Fleet implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Child process;
    private final BlockingQueue<Vitals> vitals = new LinkedBlockingQueue<>();

    Fleet(int port, Duration interval, int hookPort, Consumer<Told> hearer, Consumer<String> hooks) throws IOException {
        process = new Child(
                FleetMain.class,
                List.of("-Xmx512m"),
                line -> hear(line, hearer, hooks),
                String.valueOf(port),
                interval.toString(),
                String.valueOf(hookPort));
    }

    private void hear(String line, Consumer<Told> hearer, Consumer<String> hooks) {
        if (line.startsWith(Vitals.WORD)) {
            vitals.add(Vitals.of(line));
        } else if (line.startsWith(FleetMain.HOOK)) {
            hooks.accept(line.substring(FleetMain.HOOK.length()));
        } else {
            hearer.accept(Told.of(line));
        }
    }

    void add(Stay stay, int secret) throws IOException {
        process.say("add " + stay.name() + " " + stay.server() + " " + secret);
    }

    void secret(Stay stay, int secret) throws IOException {
        process.say("secret " + stay.name() + " " + stay.server() + " " + secret);
    }

    void remove(Stay stay) throws IOException {
        process.say("remove " + stay.name());
    }

    void drain(Stay stay) throws IOException {
        process.say("drain " + stay.name());
    }

    void lead(int server, int move, boolean listens) throws IOException {
        process.say("lead " + server + " " + move + " " + listens);
    }

    Vitals measure() throws IOException, InterruptedException {
        process.say("measure");
        Vitals now = vitals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (now == null) {
            throw new IOException("the fleet does not answer");
        }
        return now;
    }

    @Override
    public void close() {
        process.kill();
    }
}
