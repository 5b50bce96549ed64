// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.request.RequestParameters;
import io.blueflux.sign.CallSigner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
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
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class SignBenchmark {
    private static final String BASE_URL = "https://bbb.example.org/bigbluebutton";
    private static final String SECRET = "a-secret-for-benchmarks-only";

    /** Which request is signed. */
    @Param
    SignInput input = SignInput.GET_MEETING_INFO;

    private final BbbServer server = BbbServer.of(BASE_URL, SECRET);
    private final MessageDigest reused = PlainSigner.sha256();
    private ApiCall call = ApiCall.GET_MEETING_INFO;
    private Map<String, String> values = Map.of();
    private RequestParameters parameters = RequestParameters.NONE;
    private byte[] hashed = {};

    /** Refuses to time what does not give the same. */
    @Setup
    public void check() {
        call = input.call();
        values = input.parameters();
        parameters = RequestParameters.of(call, values);
        hashed = (call.wireName() + PlainSigner.query(values) + SECRET).getBytes(StandardCharsets.UTF_8);
        Variants.checkEqual(blueflux(), plainJdk());
    }

    @Benchmark
    public String blueflux() {
        return CallSigner.sign(server, call, parameters).uri();
    }

    @Benchmark
    public String plainJdk() {
        return PlainSigner.sign(BASE_URL, call.wireName(), values, SECRET);
    }

    @Benchmark
    public byte[] bareDigest() {
        return reused.digest(hashed);
    }
}
