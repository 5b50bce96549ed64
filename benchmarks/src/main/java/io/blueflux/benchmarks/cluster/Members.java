// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.truth.FalseEvent;
import io.blueflux.benchmarks.truth.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three members that share the servers, each in its place, and all that were there before. */
final class Members implements AutoCloseable {
    static final int COUNT = 3;

    private static final int SETTLED_INTERVALS = 3;

    private final Servers servers;
    private final MemberOptions first;
    private final String heap;
    private final Member[] places = new Member[COUNT];
    private final List<Member> all = new ArrayList<>();
    private boolean ends;

    private Members(Servers servers, MemberOptions first, String heap) {
        this.servers = servers;
        this.first = first;
        this.heap = heap;
    }

    /**
     * Starts three at once.
     *
     * @param servers what they poll
     * @param interval how often
     * @param isJoined whether they are a cluster
     * @param tells whether they print what they are told
     * @param heap the option for their heap
     */
    static Members start(Servers servers, Duration interval, boolean isJoined, boolean tells, String heap)
            throws IOException, InterruptedException {
        List<String> addresses = IntStream.generate(Members::freePort)
                .distinct()
                .limit(COUNT)
                .mapToObj(port -> "127.0.0.1:" + port)
                .toList();
        MemberOptions first =
                new MemberOptions("m1", 0, addresses, isJoined, tells, servers.count(), servers.port(), interval);
        Members members = new Members(servers, first, heap);
        for (int place = 0; place < COUNT; place++) {
            members.start(place);
        }
        return members;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a process in a place, which has none any more. */
    synchronized void start(int place) throws IOException {
        if (ends) {
            throw new IOException("the run is ending");
        }
        Member member = new Member(first.at(place, "m" + (place + 1) + "." + (all.size() + 1)), heap);
        places[place] = member;
        all.add(member);
    }

    Member in(int place) {
        return places[place];
    }

    /** Returns those that are there now. */
    List<Member> now() {
        return Arrays.asList(places);
    }

    /** Tells whether all are there and know each other, and for a while each server was polled by one of them, and each polled some. */
    boolean isSettled() {
        return now().stream().allMatch(this::isThere)
                && recent().isSettled(lately())
                && recent().shares(lately()).size() == COUNT;
    }

    private boolean isThere(Member member) {
        return member.isRunning() && (!first.isJoined() || member.members() == COUNT);
    }

    private Span lately() {
        long now = System.currentTimeMillis();
        return new Span(now - SETTLED_INTERVALS * first.interval().toMillis(), now);
    }

    private PollRecord recent() {
        return servers.pollsSince(lately().from());
    }

    /** Returns how many members each sees and how many servers it polls, for an error's text. */
    String seen() {
        return now().stream()
                .map(member -> String.valueOf(member.members()))
                .collect(Collectors.joining("/", " (members seen: ", ", servers polled: " + shares() + ")"));
    }

    /** Returns how many servers each polls now, as {@code 98/103/99}. */
    String shares() {
        return recent().shares(lately()).values().stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    /** Finds what any member told and was not so, or did not tell, within a time. */
    synchronized List<FalseEvent> check(long patience, Span window) {
        return all.stream()
                .flatMap(member -> member.check(servers, patience, window.until()).stream())
                .filter(event -> window.holds(event.at()))
                .toList();
    }

    /** Has all find or create the same meetings at the same moment. */
    Places place(String prefix, int count) throws IOException, InterruptedException {
        for (Member member : now()) {
            member.place(prefix, count);
        }
        List<PlacedAt> placed = new ArrayList<>();
        for (Member member : now()) {
            placed.addAll(member.placed(count));
        }
        return Places.of(placed);
    }

    List<Measure> measure() throws IOException, InterruptedException {
        List<Measure> measures = new ArrayList<>();
        for (Member member : now()) {
            measures.add(member.measure());
        }
        return measures;
    }

    @Override
    public synchronized void close() {
        ends = true;
        Stream.of(places).filter(member -> member != null).forEach(Member::kill);
    }
}
