// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Lets meetings and people come and go at random. All by one thread, which serves the answers too. */
public final class Bustle {
    private static final int SEED = 1;
    private static final double LONGEST_SECONDS = 40;
    private static final int MOST_USERS = 8;
    private static final int PERMANENT = 3;

    private final List<TrueServer> servers;
    private final ScheduledExecutorService loop;
    private final Set<TrueServer> closed = new HashSet<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    public Bustle(List<TrueServer> servers, ScheduledExecutorService loop) {
        this.servers = servers;
        this.loop = loop;
    }

    /** Fills the servers and begins. Runs on the loop. */
    public void begin(int meetings, int users) {
        servers.forEach(server -> fill(server, meetings, users));
        repeat(8 + servers.size() / 500, () -> create(any()));
        repeat(30 + servers.size() / 20, () -> move(any()));
    }

    private void repeat(int aSecond, Runnable change) {
        long pause = TimeUnit.SECONDS.toMicros(1) / aSecond;
        ScheduledFuture<?> unused = loop.scheduleAtFixedRate(change, pause, pause, TimeUnit.MICROSECONDS);
    }

    private TrueServer any() {
        TrueServer server = servers.get(random.nextInt(servers.size()));
        while (closed.contains(server)) {
            server = servers.get(random.nextInt(servers.size()));
        }
        return server;
    }

    /**
     * Ends all meetings of a server, on which nothing happens any more. Runs on the loop.
     *
     * @param server one of many
     */
    public void close(TrueServer server) {
        closed.add(server);
        server.meetings().forEach(meeting -> server.end(meeting.id()));
    }

    /**
     * Fills a server that was closed. Runs on the loop.
     *
     * @param server the server
     * @param meetings how many it has from now on
     * @param users how many are in each at first
     */
    public void open(TrueServer server, int meetings, int users) {
        if (closed.remove(server)) {
            fill(server, meetings, users);
        }
    }

    private static void fill(TrueServer server, int meetings, int users) {
        for (int i = 0; i < meetings; i++) {
            server.create(users);
        }
    }

    /** Most meetings that are created are short. */
    private void create(TrueServer server) {
        String id = server.create(random.nextInt(4));
        double part = random.nextDouble();
        long life = 500 + (long) (part * part * LONGEST_SECONDS * 1_000);
        ScheduledFuture<?> unused = loop.schedule(() -> server.end(id), life, TimeUnit.MILLISECONDS);
    }

    private void move(TrueServer server) {
        List<TrueMeeting> meetings = server.meetings();
        if (meetings.isEmpty()) {
            return;
        }
        TrueMeeting meeting = meetings.get(random.nextInt(meetings.size()));
        boolean joins = random.nextBoolean();
        if (meeting.users().isEmpty() || (joins && meeting.users().size() < MOST_USERS)) {
            server.join(meeting);
        } else {
            server.leave(meeting);
        }
    }

    /** Changes a server at once, so that an answer that is under way shows what is no more. */
    public void shake(TrueServer server) {
        List<TrueMeeting> meetings = server.meetings();
        if (random.nextBoolean() && meetings.size() > PERMANENT) {
            server.end(meetings.get(meetings.size() - 1).id());
        }
        create(server);
        move(server);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }
}
