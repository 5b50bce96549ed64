// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import static io.blueflux.benchmarks.gate.Bar.Bound.AT_LEAST;
import static io.blueflux.benchmarks.gate.Bar.Bound.AT_MOST;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must hold, once: the name of the figure, what is measured, and the bound. A KB is 1,000 bytes, a MB of heap is
 * {@code -Xmx}'s.
 */
public enum Bar {
    P1_SMALL(
            Part.PARSE,
            "P1 small",
            AT_MOST,
            0.80,
            "×",
            "full parse ÷ bare Aalto tokens with leaf text, 5 meetings of 10"),
    P1_LARGE(
            Part.PARSE,
            "P1 large",
            AT_MOST,
            0.80,
            "×",
            "full parse ÷ bare Aalto tokens with leaf text, 500 meetings of 20"),
    P3_DOM_BY_TAG(Part.PARSE, "P3 DOM by tag", AT_LEAST, 8, "×", "DOM and getElementsByTagName ÷ ours, large"),
    P3_DOM_WALK(Part.PARSE, "P3 DOM walk", AT_LEAST, 2.7, "×", "DOM walked child by child ÷ ours, large"),
    P3_JAXB(Part.PARSE, "P3 JAXB", AT_LEAST, 11, "×", "JAXB ÷ ours, large"),
    P3_SPRING(Part.PARSE, "P3 Spring", AT_LEAST, 15, "×", "Spring's XmlEventDecoder and Jaxb2XmlDecoder ÷ ours, large"),
    P3_JACKSON(Part.PARSE, "P3 Jackson-xml", AT_LEAST, 2.3, "×", "Jackson-xml ÷ ours, large"),
    P3_WOODSTOX(Part.PARSE, "P3 Woodstox", AT_LEAST, 1.7, "×", "StAX by Woodstox ÷ ours, large"),
    P4_MEETING(Part.PARSE, "P4 meeting", AT_MOST, 7, "KB", "allocated for a meeting of 20 attendees"),
    P4_EMPTY(Part.PARSE, "P4 empty", AT_MOST, 1, "KB", "allocated for an empty answer"),
    P5_1K(Part.PARSE, "P5 1 KB", AT_MOST, 1.06, "×", "chunks of 1 KB ÷ chunks of 16 KB, large"),
    P5_4K(Part.PARSE, "P5 4 KB", AT_MOST, 1.06, "×", "chunks of 4 KB ÷ chunks of 16 KB, large"),
    P5_8K(Part.PARSE, "P5 8 KB", AT_MOST, 1.06, "×", "chunks of 8 KB ÷ chunks of 16 KB, large"),
    P5_32K(Part.PARSE, "P5 32 KB", AT_MOST, 1.06, "×", "chunks of 32 KB ÷ chunks of 16 KB, large"),
    P5_64K(Part.PARSE, "P5 64 KB", AT_MOST, 1.06, "×", "chunks of 64 KB ÷ chunks of 16 KB, large"),
    P6_COUNTERS(Part.PARSE, "P6 counters", AT_MOST, 0.36, "×", "counters without attendees ÷ bare Aalto tokens, large"),
    P7_RECORDINGS(
            Part.PARSE,
            "P7 recordings",
            AT_LEAST,
            1.7,
            "×",
            "StAX by Woodstox ÷ ours, 1,000 recordings of 3 formats and 6 images"),
    R1_TIME(
            Part.PARSE,
            "R1 names time",
            AT_MOST,
            1.2,
            "×",
            "of 10,000 documents with 100 new names: the last 1,000 ÷ the first, both ÷ documents of known names"),
    R1_HEAP(Part.PARSE, "R1 names heap", AT_MOST, 100, "KB", "heap that those 10,000 documents leave behind"),

    S1_INFO(Part.SIGN, "S1 getMeetingInfo", AT_MOST, 2.2, "×", "whole signed URL ÷ bare digest"),
    S1_CREATE(Part.SIGN, "S1 create", AT_MOST, 2.6, "×", "whole signed URL ÷ bare digest, 2 KB of query"),
    S1_MEETINGS(
            Part.SIGN,
            "S1 getMeetings again",
            AT_MOST,
            0.1,
            "×",
            "a server's getMeetings URL after the first ÷ bare digest"),

    T1_4K(
            Part.TRANSPORT,
            "T1 4 KB",
            AT_MOST,
            1.25,
            "×",
            "CPU of getMeetings ÷ our decoder on bare reactor-netty, which is the floor"),
    T1_20K(Part.TRANSPORT, "T1 20 KB", AT_MOST, 1.25, "×", "the same, 20 KB"),
    T1_LARGE(Part.TRANSPORT, "T1 3.6 MB", AT_MOST, 1.25, "×", "the same, 3.6 MB"),
    T2_CPU(
            Part.TRANSPORT,
            "T2 CPU",
            AT_MOST,
            1.10,
            "×",
            "our layer on a drained answer ÷ reactor-netty with the same settings"),
    T2_ALLOCATED(
            Part.TRANSPORT,
            "T2 allocated",
            AT_MOST,
            1,
            "KB",
            "allocated by our layer on a drained answer, beyond bare reactor-netty"),

    T5_32(
            Part.FANOUT,
            "T5 concurrency 32",
            AT_LEAST,
            25,
            "×",
            "sequential blocking ÷ ours: getMeetings, then 500 getMeetingInfo, 10 ms each"),
    T5_128(Part.FANOUT, "T5 concurrency 128", AT_LEAST, 40, "×", "the same at concurrency 128"),

    T3_PASS_WALL(
            Part.FLEET,
            "T3 pass wall",
            AT_MOST,
            1.20,
            "×",
            "warm pass over 5,000 servers ÷ the same with bare reactor-netty, wall time"),
    T3_PASS_CPU(Part.FLEET, "T3 pass CPU", AT_MOST, 1.20, "×", "the same, CPU"),
    T3_WALL(
            Part.FLEET,
            "T3 wall",
            AT_MOST,
            1.15,
            "×",
            "that ratio in the run that compares both with HttpURLConnection and DOM, wall time"),
    T3_CPU(Part.FLEET, "T3 CPU", AT_MOST, 1.15, "×", "the same, CPU"),
    T3_HEAP(Part.FLEET, "T3 heap", AT_MOST, 6, "KB", "heap a plain server"),
    T3_HEAP_TLS(Part.FLEET, "T3 heap TLS", AT_MOST, 25, "KB", "heap a TLS server"),
    T3_HANDSHAKES(Part.FLEET, "T3 handshakes", AT_MOST, 1, "", "TLS handshakes a server in 20 passes"),
    T3_GROWTH(Part.FLEET, "T3 growth", AT_MOST, 1.05, "×", "heap after 1,000 passes ÷ after the first 100"),
    T4_HUNG(Part.FLEET, "T4 hung", AT_MOST, 1.3, "×", "(pass with 10 % hung − deadline) ÷ healthy pass, 1,000 servers"),
    T4_REFUSING(Part.FLEET, "T4 refusing", AT_MOST, 1.3, "×", "pass with 10 % refusing ÷ healthy pass, 1,000 servers"),

    L1_DECISION(
            Part.PLACEMENT,
            "L1 decision",
            AT_MOST,
            50,
            "µs",
            "CPU of choosing a server for a new meeting, 150 servers of some 22 meetings, the list of servers included"),
    L2_SPREAD(
            Part.PLACEMENT,
            "L2 spread",
            AT_MOST,
            1.3,
            "×",
            "load of the fullest server ÷ the mean, 500 meetings created without hints within a second on 22 servers"),
    L2_FAILED(Part.PLACEMENT, "L2 failed", AT_MOST, 0, "", "creates of these that failed"),
    L2_DOUBLED(Part.PLACEMENT, "L2 doubled", AT_MOST, 0, "", "meetings of these that came to be on two servers"),

    M1_PACED(
            Part.MEMORY,
            "M1 paced",
            AT_MOST,
            32,
            "MB",
            "heap in which 200 MB of recordings pass, 1,000 items a second"),
    M1_FULL_SPEED(
            Part.MEMORY, "M1 full speed", AT_MOST, 24, "MB", "heap in which 200 MB of recordings pass at full speed"),

    F1_POLLS(
            Part.SCALE,
            "F1 polls",
            AT_MOST,
            1.15,
            "×",
            "CPU of a fleet's polls (COUNTERS, idle servers, each second) ÷ bare clients that make the same calls in the same rhythm"),
    F3_CPU(Part.SCALE, "F3 CPU", AT_MOST, 1.05, "×", "CPU a poll of all servers ÷ of a third of them, at one interval"),
    F3_LAG(Part.SCALE, "F3 worst lag", AT_MOST, 1, "×", "worst lag of all servers ÷ the jitter of a start"),
    F4_MISSED(Part.SCALE, "F4 missed", AT_MOST, 0, "", "intervals without a start, all servers"),
    F4_LAG(
            Part.SCALE,
            "F4 p99 lag",
            AT_MOST,
            100,
            "ms",
            "how late after its time a poll starts: of 100 polls the worst but one"),
    F5_ONE(
            Part.SCALE,
            "F5 one subscriber",
            AT_MOST,
            1.3,
            "×",
            "CPU of polls of which each changes 10 % of the attendees, with a subscriber of the events ÷ without"),
    F5_TEN(Part.SCALE, "F5 ten subscribers", AT_MOST, 2, "×", "the same with ten subscribers ÷ with one"),
    F6_INFO(
            Part.SCALE,
            "F6 INFO",
            AT_MOST,
            1.15,
            "×",
            "CPU an info of a fleet at INFO, 50 meetings a server ÷ the same calls by clients that remember each answer and compare"),
    F8_FIND(Part.SCALE, "F8 findMeeting", AT_MOST, 1, "µs", "finding a meeting that is known, among all servers"),
    F8_SNAPSHOT(Part.SCALE, "F8 snapshot", AT_MOST, 50, "µs", "a snapshot of all servers after one poll, time");

    private final Part part;
    private final String id;
    private final Bound bound;
    private final double limit;
    private final String unit;
    private final String words;

    Bar(Part part, String id, Bound bound, double limit, String unit, String words) {
        this.part = part;
        this.id = id;
        this.bound = bound;
        this.limit = limit;
        this.unit = unit;
        this.words = words;
    }

    /**
     * Finds the bar of a figure.
     *
     * @param id the figure's name
     * @return the bar; empty for a free figure
     */
    public static Optional<Bar> of(String id) {
        return Stream.of(values()).filter(bar -> bar.id.equals(id)).findFirst();
    }

    /**
     * Returns the bars of a part.
     *
     * @param part the part
     * @return its bars in order
     */
    public static Stream<Bar> of(Part part) {
        return Stream.of(values()).filter(bar -> bar.part == part);
    }

    /**
     * Says whether a value keeps the bound.
     *
     * @param value the value, in the bar's unit
     * @return true if it does
     */
    public boolean holds(double value) {
        return bound == AT_MOST ? value <= limit : value >= limit;
    }

    /**
     * Returns the name of the figure.
     *
     * @return the name, unique
     */
    public String id() {
        return id;
    }

    /**
     * Returns what is measured.
     *
     * @return a phrase
     */
    public String words() {
        return words;
    }

    String unit() {
        return unit;
    }

    /** Returns the bound as it is printed. */
    String bound() {
        return bound.sign + " " + Figure.text(limit, unit);
    }

    /** On which side of its limit a value must be. */
    enum Bound {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }
}
