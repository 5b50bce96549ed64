// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.webhooks.webflux.ServerWebhooks;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

/** Where webhooks come in: an address at which none could come in stops the start. */
class WebhookPropertiesTest {
    private final ReactiveWebApplicationContextRunner boot = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(BluefluxAutoConfiguration.class, WebhooksAutoConfiguration.class))
            .withPropertyValues(
                    "blueflux.servers.bbb1.url=https://bbb1.example.org/bigbluebutton",
                    "blueflux.servers.bbb1.secret=secret",
                    "blueflux.webhooks.path=/bbb-hooks",
                    "blueflux.webhooks.external-url=https://portal.example.org",
                    "blueflux.webhooks.register=true");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            path           | ''                         | must have at least one segment
            path           | /                          | must have at least one segment
            path           | //bbb                      | must be segments of letters, digits and - . _ ~
            path           | /a b                       | must be segments of letters, digits and - . _ ~
            path           | /a?b=1                     | must be segments of letters, digits and - . _ ~
            path           | /a*                        | must be segments of letters, digits and - . _ ~
            path           | /{tenant}/hooks            | must be segments of letters, digits and - . _ ~
            external-url   | portal.example.org         | must begin with http:// or https:// and name a host
            external-url   | ftp://portal.example.org   | must begin with http:// or https:// and name a host
            external-url   | https:/portal              | must begin with http:// or https:// and name a host
            external-url   | https://portal.org?a=b     | must not have a query or a fragment
            external-url   | https://portal.org/x#y     | must not have a query or a fragment
            external-url   | ''                         | is missing
            check-interval | 0s                         | must be at least 100ms
            check-interval | -1m                        | must be at least 100ms
            """)
    void whatBreaksARuleIsToldWithItsName(String property, String value, String rule) {
        boot.withPropertyValues("blueflux.webhooks." + property + "=" + value).run(context -> {
            Throwable failure = Objects.requireNonNull(context.getStartupFailure(), property);
            FailureAnalysis told = Objects.requireNonNull(new InvalidPropertyFailureAnalyzer().analyze(failure));
            assertThat(told.getDescription()).startsWith("blueflux.webhooks." + property + ": " + rule);
            assertThat(told.getAction()).endsWith(".");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path=hooks/",
                "path=/a/b.c~d",
                "external-url=http://localhost:8080/",
                "external-url=https://portal.example.org/behind/a/proxy/"
            })
    void whatIsWrittenAnotherWayIsTaken(String property) {
        boot.withPropertyValues("blueflux.webhooks." + property)
                .run(context -> assertThat(context).hasSingleBean(ServerWebhooks.class));
    }
}
