// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.error.Failure;
import io.blueflux.fleet.ClusterWord;
import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.ServerHealth;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import java.util.Map;

/**
 * What of a view is told with each poll: all but the meetings, of which it holds a hash.
 *
 * @param view the view, its meetings left out
 * @param hash of the {@link Body} that has its meetings
 */
record Head(ClusterWord.View view, BodyHash hash) {
    /** An epoch and a member's name. */
    static final int LONGEST_LINE = Envelope.LONGEST_NAME + 21;

    private static final int LONGEST_STATE = 32;

    /** Returns the whole, with its meetings. */
    ClusterWord.View with(Map<String, FleetMeeting> meetings) {
        ServerReport report = view.report();
        ServerView server = report.server();
        return new ClusterWord.View(
                view.key(),
                view.line(),
                view.released(),
                view.untilNext(),
                new ServerReport(
                        new ServerView(
                                server.name(),
                                server.health(),
                                server.draining(),
                                server.cordoned(),
                                server.meetingsKnown(),
                                server.poll(),
                                meetings,
                                server.counts(),
                                server.bbbVersion()),
                        report.latency(),
                        report.lag(),
                        report.failure()));
    }

    static void write(WordOut out, ClusterWord.View view, BodyHash hash) {
        out.text(view.key());
        out.number(view.line().epoch());
        out.text(view.line().owner());
        out.number(view.line().base());
        out.all(view.line().after(), (line, poll) -> {
            out.text(line);
            out.number(poll);
        });
        out.flag(view.released());
        out.length(view.untilNext());
        out.length(view.report().latency());
        out.length(view.report().lag());
        out.orNull(view.report().failure(), failure -> {
            out.text(failure.kind());
            out.textOrNull(failure.message());
        });
        write(out, view.report().server());
        out.plain(hash.bytes());
    }

    static Head read(WordIn in) {
        String key = in.text(Slot.LONGEST_KEY);
        var line = new ClusterWord.Line(
                in.ordinal(),
                in.text(Envelope.LONGEST_NAME),
                in.ordinal(),
                in.map(() -> in.text(LONGEST_LINE), in::ordinal));
        boolean released = in.flag();
        var untilNext = in.length();
        var latency = in.length();
        var lag = in.length();
        Failure failure = in.orNull(() -> Failure.of(in.text(), in.textOrNull()));
        var report = new ServerReport(server(in), latency, lag, failure);
        return new Head(new ClusterWord.View(key, line, released, untilNext, report), BodyHash.read(in));
    }

    private static void write(WordOut out, ServerView server) {
        out.text(server.name());
        write(out, server.health());
        out.flag(server.draining());
        out.flag(server.cordoned());
        out.flag(server.meetingsKnown());
        out.number(server.poll().number());
        out.time(server.poll().startedAt());
        out.time(server.poll().at());
        out.timeOrNull(server.poll().serverDate());
        write(out, server.counts());
        out.textOrNull(server.bbbVersion());
    }

    private static ServerView server(WordIn in) {
        return new ServerView(
                in.text(Slot.LONGEST_KEY),
                health(in),
                in.flag(),
                in.flag(),
                in.flag(),
                new ServerView.Poll(in.ordinal(), in.time(), in.time(), in.timeOrNull()),
                Map.of(),
                counts(in),
                in.textOrNull());
    }

    private static void write(WordOut out, ServerHealth health) {
        out.text(health.state().name());
        out.time(health.since());
        out.textOrNull(health.reason());
        out.number(health.failuresInARow());
        out.number(health.failures());
        out.number(health.answersInARow());
    }

    private static ServerHealth health(WordIn in) {
        return new ServerHealth(state(in), in.time(), in.textOrNull(), in.whole(), in.whole(), in.whole());
    }

    private static ServerState state(WordIn in) {
        try {
            return ServerState.valueOf(in.text(LONGEST_STATE));
        } catch (IllegalArgumentException e) {
            throw new BrokenWordException("no state of a server", e);
        }
    }

    private static void write(WordOut out, FleetCounts counts) {
        out.number(counts.meetings());
        out.number(counts.participants());
        out.number(counts.listeners());
        out.number(counts.voiceParticipants());
        out.number(counts.videos());
        out.number(counts.moderators());
        out.number(counts.largestMeeting());
    }

    private static FleetCounts counts(WordIn in) {
        return new FleetCounts(
                in.number(), in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
    }
}
