// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor.example;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class BbbConfiguration {
    @Bean
    BbbClient bbb(@Value("${bbb.url}") String url, @Value("${bbb.secret}") String secret) {
        return BbbClient.create(BbbServer.of(url, secret));
    }
}
