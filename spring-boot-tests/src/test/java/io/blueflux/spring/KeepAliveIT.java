// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import io.blueflux.support.KeptAlive;
import io.blueflux.testkit.BbbSimulator;
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

    @Test
    void tenThousandRequestsOnOneConnectionAreAllAnswered() throws Exception {
        try (BbbSimulator simulator = BbbSimulator.start(1);
                Service service = Service.start(Application.class, Service.servers(simulator));
                KeptAlive connection = new KeptAlive(service.uri("/"))) {
            for (int i = 0; i < REQUESTS; i++) {
                String path = i % 100 == 0 ? "/meeting" : i % 2 == 0 ? "/elsewhere" : "/here";
                assertThat(connection.get(path)).as("request " + i).isEqualTo(path.substring(1));
            }
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
