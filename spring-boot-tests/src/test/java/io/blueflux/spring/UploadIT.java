// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.CreatedMeeting;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.CreateRequest;
import io.blueflux.testkit.BbbSimulator;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Slides from a browser's form to a server. */
@ExtendWith(OutputCaptureExtension.class)
class UploadIT {
    private static final int LIMIT = 1 << 20;

    private final BbbSimulator simulator = BbbSimulator.start(1);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aFileGoesOnAsItComes() throws Exception {
        try (Service service = Service.start(Application.class, Service.servers(simulator))) {
            assertThat(upload(service, "deck.pdf", "x".repeat(LIMIT)).body()).isEqualTo("room");
            assertThat(simulator.server(0).meeting("room").documents())
                    .singleElement()
                    .satisfies(deck -> {
                        assertThat(deck.name()).isEqualTo("deck.pdf");
                        assertThat(deck.contentBytes()).isEqualTo(LIMIT);
                    });
        }
    }

    @Test
    void aFileOverTheLimitOrWithoutBytesIsRefusedInOneLineAndNoMeetingIsThere(CapturedOutput output) throws Exception {
        try (Service service = Service.start(Application.class, Service.servers(simulator))) {
            assertThat(upload(service, "deck.pdf", "x".repeat(LIMIT + 1)))
                    .returns(400, HttpResponse::statusCode)
                    .extracting(HttpResponse::body)
                    .asString()
                    .contains("\"status\":400");
            assertThat(upload(service, "deck.pdf", "").statusCode()).isEqualTo(400);
            assertThat(simulator.server(0).meetings()).isEmpty();
        }
        assertThat(output).doesNotContain("WARN", "ERROR", "\tat ");
    }

    private static HttpResponse<String> upload(Service service, String name, String content) throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"deck\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n--b--\r\n";
        return service.send(HttpRequest.newBuilder(service.uri("/rooms"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Rooms rooms(BbbClient bbb) {
            return new Rooms(bbb);
        }
    }

    @RestController
    static class Rooms {
        private final BbbClient bbb;

        Rooms(BbbClient bbb) {
            this.bbb = bbb;
        }

        @PostMapping("/rooms")
        Mono<String> create(@RequestPart FilePart deck) {
            CreateRequest request = CreateRequest.builder("room", "Room")
                    .document(BbbDocuments.of(deck, DataSize.ofBytes(LIMIT)))
                    .build();
            return bbb.create(request).map(CreatedMeeting::meetingId);
        }
    }
}
