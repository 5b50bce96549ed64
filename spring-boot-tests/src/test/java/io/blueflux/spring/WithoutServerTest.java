// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import reactor.core.publisher.Mono;

/** Tests of users that call their service without a web server. */
class WithoutServerTest {

    @Test
    void aMockedExchangeIsAnswered() {
        new ReactiveWebApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .run(context -> {
                    WebTestClient client =
                            WebTestClient.bindToApplicationContext(context).build();
                    assertThat(client.get()
                                    .uri("/hello")
                                    .exchange()
                                    .returnResult(String.class)
                                    .getStatus()
                                    .value())
                            .isEqualTo(200);
                });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebFlux
    static class Application {
        /** The starter has it with old versions of reactor-netty alone. */
        @Bean
        AnswersOnTheirLoop answersOnTheirLoop() {
            return new AnswersOnTheirLoop();
        }

        @Bean
        Hello hello() {
            return new Hello();
        }
    }

    @RestController
    static class Hello {
        @GetMapping("/hello")
        Mono<String> hello() {
            return Mono.just("hello");
        }
    }
}
