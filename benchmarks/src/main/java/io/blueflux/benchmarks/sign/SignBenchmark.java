// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

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

/** A whole signed URL with SHA-256, from checked parameters. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1) // seconds
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class SignBenchmark {
    /** Which request is signed. */
    @Param
    SignInput input = SignInput.GET_MEETING_INFO;

    @SuppressWarnings("NullAway.Init") // set by prepare
    private SignedUrls urls;

    /** Refuses to time what does not give the same. */
    @Setup
    public void prepare() {
        urls = new SignedUrls(input);
    }

    @Benchmark
    public String blueflux() {
        return urls.blueflux();
    }

    @Benchmark
    public String plainJdk() {
        return urls.plainJdk();
    }

    @Benchmark
    public String commonsCodec() {
        return urls.commonsCodec();
    }

    @Benchmark
    public byte[] bareDigest() {
        return urls.bareDigest();
    }
}
