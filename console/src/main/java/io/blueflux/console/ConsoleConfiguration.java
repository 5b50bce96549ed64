// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.cli.ConsoleSettings;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.spring.BbbClientCustomizer;
import io.blueflux.spring.BbbFleetCustomizer;
import io.blueflux.spring.ServerSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Flux;

/** What the console tells the starter: which servers, through which proxy, and who follows the fleet. */
@SpringBootApplication(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    ServerSource servers(ConsoleSettings settings) {
        return settings.servers().isEmpty()
                ? new DemoFleet(settings)
                : () -> Flux.just(settings.servers()).concatWith(Flux.never());
    }

    @Bean
    @SuppressWarnings("ReturnValueIgnored") // it is the builder itself
    BbbClientCustomizer proxies(ConsoleSettings settings) {
        return builder -> settings.clients().apply(builder);
    }

    @Bean
    Board board(ObjectProvider<MeetingPlacement> placement) {
        return new Board(server -> placement.getObject().load(server));
    }

    @Bean
    BbbFleetCustomizer follower(Board board) {
        return builder -> builder.task(board);
    }

    @Bean
    Assets assets() {
        return new Assets();
    }
}
