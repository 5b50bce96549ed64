// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.blockhound.BlockingOperationError;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

@ExtendWith(BbbSimulatorExtension.class)
class TrafficTest {
    @Test
    void requestsAreRecordedAsTheyCame(SimulatedServer server) {
        Wire.get(server, "isMeetingRunning", "meetingID=a+%26b&x=%C3%A4");
        Wire.post(Wire.signed(server, "isMeetingRunning", ""), "application/x-www-form-urlencoded", "meetingID=c%2Bd");
        List<RecordedRequest> requests = server.requests();
        RecordedRequest first = requests.get(0);
        assertThat(first.call()).isEqualTo("isMeetingRunning");
        assertThat(first.method()).isEqualTo("GET");
        assertThat(first.path()).isEqualTo("/s1/bigbluebutton/api/isMeetingRunning");
        assertThat(first.rawQuery()).startsWith("meetingID=a+%26b&x=%C3%A4&checksum=");
        assertThat(first.parameter("meetingID")).isEqualTo("a &b");
        assertThat(first.parameter("x")).isEqualTo("ä");
        assertThat(first.header("User-Agent")).startsWith("Java-http-client");
        RecordedRequest second = requests.get(1);
        assertThat(second.method()).isEqualTo("POST");
        assertThat(second.parameter("meetingID")).isEqualTo("c+d");
        assertThat(second.bodyLength()).isEqualTo(15);
        server.forgetRequests();
        assertThat(server.requests()).isEmpty();
        assertThat(server.requestCount("*")).isZero();
    }

    @Test
    void requestsOverOneConnectionAreToldFromOthers(SimulatedServer server) {
        String target = Wire.signed(server, "getMeetings", "").replaceFirst("http://[^/]+", "");
        String get = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n";
        Wire.raw(server, get + "\r\n", get + "Connection: close\r\n\r\n");
        Wire.raw(server, get + "Connection: close\r\n\r\n");
        List<String> connections =
                server.requests().stream().map(RecordedRequest::connectionId).toList();
        assertThat(connections).hasSize(3);
        assertThat(connections.get(1)).isEqualTo(connections.get(0));
        assertThat(connections.get(2)).isNotEqualTo(connections.get(0));
    }

    @Test
    void callsInFlightAreCounted(SimulatedServer server) throws InterruptedException {
        Sinks.Empty<Void> signal = Sinks.empty();
        CountDownLatch arrived = new CountDownLatch(5);
        server.fault("getMeetings", Fault.hold(signal.asMono())).onRequest(request -> arrived.countDown());
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 5)
                .mapToObj(i -> Wire.getLater(server, "getMeetings", ""))
                .toList();
        arrived.await();
        assertThat(server.inFlight("getMeetings")).isEqualTo(5);
        assertThat(server.openConnections()).isEqualTo(5);
        signal.tryEmitEmpty().orThrow();
        answers.forEach(CompletableFuture::join);
        assertThat(server.inFlight("getMeetings")).isZero();
        assertThat(server.maxInFlight("getMeetings")).isEqualTo(5);
        assertThat(server.maxInFlight("end")).isZero();
        assertThat(server.requestCount("getMeetings")).isEqualTo(5);
    }

    @Test
    void closingConnectionsLeavesTheServerUsable(SimulatedServer server) {
        Wire.get(server, "getMeetings", "");
        server.closeConnections();
        assertThat(server.openConnections()).isZero();
        assertThat(Wire.get(server, "getMeetings", "").statusCode()).isEqualTo(200);
    }

    @Test
    void longListIsMadeWhileItIsRead(SimulatedServer server) throws IOException {
        server.populate(7_000, 20);
        HttpResponse<InputStream> response = Wire.open(server, "getMeetings", "");
        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(11)).asString().isEqualTo("<response>\n");
            assertThat(server.inFlight("getMeetings")).isOne();
            long rest = 0;
            byte[] buffer = new byte[65_536];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                rest += n;
            }
            assertThat(rest).isGreaterThan(40_000_000);
        }
        assertThat(server.inFlight("getMeetings")).isZero();
    }

    @Test
    void blockingOnASimulatorsThreadWouldBeNoticed() {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Disposable task = Schedulers.parallel().schedule(() -> {
            try {
                Thread.sleep(1); // is what is to be noticed; nothing waits for it
                seen.complete(new AssertionError("nobody watches"));
            } catch (InterruptedException | BlockingOperationError e) {
                seen.complete(e);
            }
        });
        assertThat(seen.join()).isInstanceOf(BlockingOperationError.class);
        task.dispose();
    }

    @Test
    void answersAreCompressedWhereAsked() throws IOException {
        try (BbbSimulator simulator = BbbSimulator.builder().compress().build().start()) {
            SimulatedServer server = simulator.server(0).populate(10, 5);
            var request = Wire.request(Wire.signed(server, "getMeetings", ""))
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> response = Wire.bytes(request);
            assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
            var unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()));
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Wire.get(server, "getMeetings", "").body());
        }
    }
}
