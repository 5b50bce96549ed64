// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.support.OwnJvm;
import io.blueflux.support.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Servers that send without end, in a heap that any two of them could fill. */
class FleetMemoryIT {
    private static final List<byte[]> HOSTILE = HostileAnswers.all();
    private static final byte[] MODEST = HostileAnswers.modest();

    @Test
    @Timeout(300) // an overloaded machine takes its time
    void hostileServersFailAloneAndTheHeapHolds() throws Exception {
        try (TestServer server = new TestServer(FleetMemoryIT::answer)) {
            String url = server.address().baseUrl().resolve("/").toString();
            OwnJvm fleet = OwnJvm.run(
                    Duration.ofSeconds(290),
                    List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"),
                    SmallHeapProof.class,
                    url,
                    "20",
                    String.valueOf(HOSTILE.size()));
            assertThat(fleet.status()).as(fleet.output()).isZero();
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
