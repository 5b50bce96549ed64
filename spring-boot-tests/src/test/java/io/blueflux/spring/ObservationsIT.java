// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.micrometer.BbbCallContext;
import io.blueflux.reactor.BbbClient;
import io.blueflux.testkit.BbbSimulator;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.transport.Kind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Calls within the request that they are made for. */
class ObservationsIT {

    @Test
    void aCallOfAControllerIsAClientsObservationWithinThatOfTheRequest() throws Exception {
        try (BbbSimulator simulator = BbbSimulator.start(1);
                Service service = Service.start(Application.class, Service.servers(simulator))) {
            assertThat(service.get("/count").body()).isEqualTo("0");

            assertThat(service.bean(Recorder.class).seen).singleElement().satisfies(call -> {
                @Nullable ObservationView parent = call.getParentObservation();
                assertThat(call.getKind()).isEqualTo(Kind.CLIENT);
                assertThat(parent)
                        .isNotNull()
                        .extracting(view -> view.getContextView().getName())
                        .isEqualTo("http.server.requests");
                assertThat(call.getAllKeyValues().toString())
                        .contains("bbb1", "getMeetings", "success")
                        .doesNotContain(simulator.server(0).secretText(), "checksum");
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Recorder recorder() {
            return new Recorder();
        }

        @Bean
        Pages pages(BbbClient bbb) {
            return new Pages(bbb);
        }
    }

    static final class Recorder implements ObservationHandler<BbbCallContext> {
        final List<BbbCallContext> seen = new CopyOnWriteArrayList<>();

        @Override
        public void onStop(BbbCallContext context) {
            seen.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof BbbCallContext;
        }
    }

    @RestController
    static class Pages {
        private final BbbClient bbb;

        Pages(BbbClient bbb) {
            this.bbb = bbb;
        }

        @GetMapping("/count")
        Mono<String> count() {
            return bbb.getMeetings().count().map(String::valueOf);
        }
    }
}
