// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** Values of servers that cannot be bound at all: Boot itself would print them, and they may be secrets in the wrong place. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableServersTest {
    private static final String SECRET = "a-secret-that-nobody-may-see";

    @ParameterizedTest
    @CsvSource({"servers", "servers.bbb1", "servers.bbb1.weight", "servers.bbb1.max-meetings", "client.proxy.port"})
    void theStartFailsWithTheNameAndWithoutTheValue(String property, CapturedOutput output) {
        SpringApplicationBuilder boot = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "blueflux.servers.other.url=https://other.example.org/bigbluebutton",
                        "blueflux.servers.other.secret=other");
        if (property.equals("servers")) {
            boot = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
        }
        SpringApplicationBuilder broken = boot;
        assertThat(catchThrowable(() -> broken.run("--blueflux." + property + "=" + SECRET)))
                .isNotNull();
        assertThat(output)
                .contains("blueflux." + property + ": cannot be read", "Action:")
                .doesNotContain(SECRET);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
