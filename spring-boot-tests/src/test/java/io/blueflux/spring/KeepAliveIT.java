// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import io.blueflux.testkit.BbbSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A connection that is kept alive, on which answers that come from elsewhere and such that are there at once take turns. Some releases
 * of reactor-netty stop reading it within some hundred requests; the starter uses a later one, or keeps out of the way.
 */
class KeepAliveIT {
    private static final int REQUESTS = 10_000;
    private static final int PATIENCE = 60_000;

    @Test
    void tenThousandRequestsOnOneConnectionAreAllAnswered() throws Exception {
        try (BbbSimulator simulator = BbbSimulator.start(1);
                Service service = Service.start(Application.class, Service.servers(simulator));
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), service.uri("/").getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
            Answers answers = new Answers(socket);
            for (int i = 0; i < REQUESTS; i++) {
                String path = i % 100 == 0 ? "/meeting" : i % 2 == 0 ? "/elsewhere" : "/here";
                assertThat(answers.get(path)).as("request " + i).isEqualTo(path.substring(1));
            }
        }
    }

    /** Reads one answer after the other. */
    private static final class Answers {
        private final OutputStream out;
        private final BufferedReader in;

        Answers(Socket socket) throws IOException {
            out = socket.getOutputStream();
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        String get(String path) throws IOException {
            out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
            int length = 0;
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).strip());
                }
            }
            char[] body = new char[length];
            for (int read = 0; read < length; ) {
                read += in.read(body, read, length - read);
            }
            return new String(body);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Pages pages(BbbClient bbb) {
            return new Pages(bbb);
        }
    }

    @RestController
    static class Pages {
        private final BbbClient bbb;

        Pages(BbbClient bbb) {
            this.bbb = bbb;
        }

        @GetMapping("/meeting")
        Mono<String> meeting() {
            return bbb.getMeetings().map(Meeting::meetingId).then(Mono.just("meeting"));
        }

        @GetMapping("/elsewhere")
        Mono<String> elsewhere() {
            return Mono.just("elsewhere").publishOn(Schedulers.parallel());
        }

        @GetMapping("/here")
        Mono<String> here() {
            return Mono.just("here");
        }
    }
}
