// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.input.MeetingsBody;
import io.blueflux.model.Meeting;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An answer to getMeetings, from bytes to the public model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1) // seconds
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class ParseBenchmark {
    /** How many meetings, x, how many attendees each. */
    @Param({"5x10", "500x20"})
    String size = "";

    private byte[] body = {};

    /** Refuses to time what does not give the same. */
    @Setup
    public void prepare() throws Exception {
        String[] numbers = size.split("x", 2);
        body = MeetingsBody.of(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        Variants.checkEqual(blueflux(), woodstox());
    }

    @Benchmark
    public List<Meeting> blueflux() {
        return StreamingParse.meetings(body, StreamingParse.CHUNK);
    }

    @Benchmark
    public TokenCount bareTokens() throws Exception {
        return BareTokens.count(body, StreamingParse.CHUNK);
    }

    @Benchmark
    public List<Meeting> woodstox() throws Exception {
        return WoodstoxMeetings.meetings(body);
    }

    @Benchmark
    public List<Meeting> jacksonXml() throws Exception {
        return JacksonMeetings.meetings(body);
    }

    @Benchmark
    public List<Meeting> domByTag() throws Exception {
        return DomByTag.meetings(body);
    }
}
