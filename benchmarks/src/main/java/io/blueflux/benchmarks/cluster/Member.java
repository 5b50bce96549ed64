// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.truth.Child;
import io.blueflux.benchmarks.truth.FalseEvent;
import io.blueflux.benchmarks.truth.Span;
import io.blueflux.benchmarks.truth.Told;
import io.blueflux.benchmarks.truth.TruthCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A member's process, what it told, and when it lived. Thread-safe. */
final class Member {
    static final String PLACE = "place ";
    private static final long PATIENCE_SECONDS = 20;

    private final String name;
    private final Child process;
    private final List<Told> told = new ArrayList<>();
    private final List<Span> lived = new ArrayList<>();
    private final BlockingQueue<Measure> measures = new LinkedBlockingQueue<>();
    private final BlockingQueue<PlacedAt> placed = new LinkedBlockingQueue<>();
    private long livesSince = System.currentTimeMillis();
    private boolean lives = true;
    private int members;

    Member(MemberOptions options, String heap) throws IOException {
        this.name = options.name();
        this.process = new Child(MemberMain.class, List.of(heap), this::hear, options.arguments());
    }

    String name() {
        return name;
    }

    private synchronized void hear(String line) {
        if (line.startsWith("members ")) {
            members = Integer.parseInt(line.substring(8));
        } else if (line.startsWith(Measure.WORD)) {
            measures.add(Measure.of(line));
        } else if (line.startsWith(PlacedAt.WORD)) {
            placed.add(PlacedAt.of(line));
        } else {
            told.add(Told.of(line));
        }
    }

    /** Returns how many members it sees. */
    synchronized int members() {
        return members;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    Measure measure() throws IOException, InterruptedException {
        process.say("measure");
        Measure measure = measures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (measure == null) {
            throw new IOException(name + " does not answer");
        }
        return measure;
    }

    /** Has it find or create meetings. */
    void place(String prefix, int count) throws IOException {
        process.say(PLACE + prefix + " " + count);
    }

    /** Returns where it placed them, when it has. */
    List<PlacedAt> placed(int count) throws IOException, InterruptedException {
        List<PlacedAt> all = new ArrayList<>();
        while (all.size() < count) {
            PlacedAt next = placed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IOException(name + " placed " + all.size() + " meetings of " + count);
            }
            all.add(next);
        }
        return all;
    }

    void cut() throws IOException {
        process.say("cut");
    }

    void heal() throws IOException {
        process.say("heal");
    }

    void freeze() throws IOException, InterruptedException {
        rest();
        process.signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        process.signal("CONT");
    }

    void kill() {
        rest();
        process.kill();
    }

    void terminate() throws IOException, InterruptedException {
        rest();
        process.terminate(PATIENCE_SECONDS);
    }

    /** From now on nothing is expected of it. */
    private synchronized void rest() {
        if (lives) {
            lived.add(new Span(livesSince, System.currentTimeMillis()));
            lives = false;
        }
    }

    /** From now on all is expected of it again. */
    synchronized void live() {
        livesSince = System.currentTimeMillis();
        lives = true;
    }

    /** Finds what it told and was not so, and the other way round, up to a time. */
    synchronized List<FalseEvent> check(Servers servers, long patience, long now) {
        List<Span> spans = new ArrayList<>(lived);
        if (lives) {
            spans.add(new Span(livesSince, now));
        }
        return TruthCheck.of(servers.facts(), patience, name, spans, told);
    }
}
