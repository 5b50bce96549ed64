// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.GatePlan;
import io.blueflux.benchmarks.input.MeetingsBody;
import io.blueflux.benchmarks.input.RecordingsBody;
import io.blueflux.model.Meeting;
import java.util.List;
import java.util.function.DoubleFunction;

/** The gates of the parse. */
public final class ParseGates {
    private static final List<String> LARGE_HEAP = List.of("-Xms3g", "-Xmx3g");

    private ParseGates() {}

    /**
     * Returns the gates.
     *
     * @return in the order of the bars
     */
    public static List<GatePlan> plans() {
        return List.of(
                GatePlan.ratio("tokens-small", new TokensGate(bar(Bar.P1_SMALL), 5, 10)),
                GatePlan.ratio("tokens-large", new TokensGate(bar(Bar.P1_LARGE), 500, 20)),
                GatePlan.once(
                                "tokens-tiny",
                                new TokensGate(free("Full parse ÷ bare Aalto tokens, 1 meeting of 8"), 1, 8))
                        .notQuick(),
                new GatePlan(
                                "tokens-huge",
                                1,
                                LARGE_HEAP,
                                new TokensGate(free("Full parse ÷ bare Aalto tokens, 50 MB"), 7_000, 20))
                        .notQuick(),
                GatePlan.ratio("dom-by-tag", peer(Bar.P3_DOM_BY_TAG, DomByTag::meetings)),
                GatePlan.ratio("dom-walk", peer(Bar.P3_DOM_WALK, DomWalk::meetings)),
                GatePlan.ratio("jaxb", peer(Bar.P3_JAXB, JaxbMeetings::meetings)),
                GatePlan.ratio("spring", peer(Bar.P3_SPRING, SpringMeetings::meetings)),
                GatePlan.ratio("jackson-xml", peer(Bar.P3_JACKSON, JacksonMeetings::meetings)),
                GatePlan.ratio("woodstox", peer(Bar.P3_WOODSTOX, WoodstoxMeetings::meetings)),
                GatePlan.ratio("jdk-stax", peer(free("StAX of the JDK ÷ ours, large"), JdkStaxMeetings::meetings))
                        .notQuick(),
                GatePlan.once("allocation", new AllocationGate()),
                GatePlan.ratio("chunks", new ChunksGate()),
                GatePlan.ratio("counters", new CountersGate()),
                GatePlan.ratio("recordings", recordings(1_000)),
                GatePlan.once("names", new NamesGate()));
    }

    private static Gate peer(Bar bar, PeerGate.Reader<Meeting> peer) {
        return peer(bar(bar), peer);
    }

    private static Gate peer(DoubleFunction<Figure> figure, PeerGate.Reader<Meeting> peer) {
        return pace -> new PeerGate<>(
                        figure,
                        MeetingsBody.of(500, 20),
                        body -> StreamingParse.meetings(body, StreamingParse.CHUNK),
                        peer)
                .measure(pace);
    }

    private static Gate recordings(int recordings) {
        return pace -> new PeerGate<>(
                        bar(Bar.P7_RECORDINGS),
                        RecordingsBody.of(recordings, 3),
                        body -> StreamingParse.recordings(body, StreamingParse.CHUNK),
                        WoodstoxRecordings::recordings)
                .measure(pace);
    }

    private static DoubleFunction<Figure> bar(Bar bar) {
        return ratio -> Figure.of(bar, ratio);
    }

    private static DoubleFunction<Figure> free(String name) {
        return ratio -> Figure.free(name, ratio, "×");
    }
}
