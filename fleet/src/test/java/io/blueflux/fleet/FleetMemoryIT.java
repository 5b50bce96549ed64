// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fixture.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Servers that send without end, in a heap that any two of them could fill. */
class FleetMemoryIT {
    private static final List<byte[]> HOSTILE = HostileAnswers.all();
    private static final byte[] MODEST = HostileAnswers.modest();

    @TempDir
    Path folder;

    @Test
    @Timeout(300) // an overloaded machine takes its time
    void hostileServersFailAloneAndTheHeapHolds() throws Exception {
        try (TestServer server = new TestServer(FleetMemoryIT::answer)) {
            String url = server.address().baseUrl().resolve("/").toString();
            Path output = folder.resolve("output");
            Process child = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SmallHeapProof.class.getName(),
                            url,
                            "20",
                            String.valueOf(HOSTILE.size())))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(child.waitFor(290, TimeUnit.SECONDS))
                        .as(Files.readString(output))
                        .isTrue();
            } finally {
                child.destroyForcibly();
            }
            assertThat(child.exitValue()).as(Files.readString(output)).isZero();
        }
    }

    private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String tenant = request.uri().split("/", 3)[1];
        byte[] body = tenant.startsWith("modest")
                ? MODEST
                : HOSTILE.get(Integer.parseInt(tenant.substring("hostile".length())));
        return response.header("Content-Encoding", "gzip").sendByteArray(Mono.just(body));
    }
}
