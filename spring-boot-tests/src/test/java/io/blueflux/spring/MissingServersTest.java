// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.reactor.BbbClient;
import io.blueflux.webhooks.webflux.ServerWebhooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service whose configuration lacks what its beans need does not start, and says what to write. */
@ExtendWith(OutputCaptureExtension.class)
class MissingServersTest {
    private static final String[] SERVER = {
        "blueflux.servers.bbb1.url=https://bbb1.example.org/bigbluebutton", "blueflux.servers.bbb1.secret=secret"
    };

    @Test
    void withoutServersTheyAreAskedFor(CapturedOutput output) {
        assertThatThrownBy(() -> Service.start(WantsClient.class).close()).isInstanceOf(Exception.class);
        assertThat(output)
                .contains(
                        "A BbbClient is wanted, and there is none: blueflux.servers.NAME.url (and .secret) is not set.");
    }

    @Test
    void withoutAnIntervalItIsAskedFor(CapturedOutput output) {
        assertThatThrownBy(() -> Service.start(WantsRooms.class, SERVER).close())
                .isInstanceOf(Exception.class);
        assertThat(output).contains("A FleetClient is wanted, and there is none: blueflux.fleet.interval is not set.");
    }

    @Test
    void withoutAPathItIsAskedFor(CapturedOutput output) {
        assertThatThrownBy(() -> Service.start(WantsHooks.class, SERVER).close())
                .isInstanceOf(Exception.class);
        assertThat(output)
                .contains("A ServerWebhooks is wanted, and there is none: blueflux.webhooks.path is not set.");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WantsClient {
        @Bean
        Object user(BbbClient bbb) {
            return bbb;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WantsRooms {
        @Bean
        Object user(FleetClient bbb) {
            return bbb;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WantsHooks {
        @Bean
        Object user(ServerWebhooks hooks) {
            return hooks;
        }
    }
}
