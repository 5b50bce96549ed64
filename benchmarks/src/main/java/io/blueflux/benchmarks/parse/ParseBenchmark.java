// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.input.MeetingsBody;
import io.blueflux.model.Meeting;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xml.sax.SAXException;

/** An answer to getMeetings with 500 meetings of 20 attendees, from bytes to the public model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class ParseBenchmark {
    private final byte[] body = MeetingsBody.of(500, 20);

    /** Refuses to time what does not give the same. */
    @Setup
    public void check() throws ParserConfigurationException, SAXException, IOException, XMLStreamException {
        Variants.checkEqual(blueflux(), domByTag());
        Variants.checkEqual(bareTokens(), DomByTag.count(body));
    }

    @Benchmark
    public List<Meeting> blueflux() {
        return StreamingParse.meetings(body, StreamingParse.CHUNK);
    }

    @Benchmark
    public TokenCount bareTokens() throws XMLStreamException {
        return BareTokens.count(body, StreamingParse.CHUNK);
    }

    @Benchmark
    public List<Meeting> domByTag() throws ParserConfigurationException, SAXException, IOException {
        return DomByTag.meetings(body);
    }
}
