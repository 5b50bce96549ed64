// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A configuration that breaks a rule stops the start, with the property, the rule and what to write; and quotes no secret. */
class InvalidPropertiesTest {
    private static final String SECRET = "a-secret-that-nobody-may-see";

    private final ApplicationContextRunner boot = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SslAutoConfiguration.class,
                    ActuatorAutoConfiguration.class,
                    ClusterAutoConfiguration.class,
                    BluefluxAutoConfiguration.class,
                    FleetAutoConfiguration.class,
                    MetersAutoConfiguration.class));

    private static final List<String> GOOD = List.of(
            "blueflux.servers.bbb1.url=https://bbb1.example.org/bigbluebutton",
            "blueflux.servers.bbb1.secret=" + SECRET,
            "blueflux.fleet.interval=10s");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            dns=portal-headless        | blueflux.cluster.members: is beside blueflux.cluster.dns
            members=nowhere            | blueflux.cluster.members:
            name=a b                   | blueflux.cluster.name:
            host=192.0.2.7             | blueflux.cluster.host: without a key
            host=0.0.0.0               | blueflux.cluster.host: others must reach this member by its address
            port=70000                 | blueflux.cluster.host: a port must be
            key-file=/nowhere/at/all   | blueflux.cluster.key-file: cannot be read
            """)
    void aClusterThatBreaksARuleIsToldWithItsName(String property, String told) {
        List<String> properties = new ArrayList<>(GOOD);
        properties.add("blueflux.cluster.enabled=true");
        properties.add("blueflux.cluster.members=127.0.0.1:7800");
        properties.add("blueflux.cluster." + property);
        boot.withPropertyValues(properties.toArray(new String[0]))
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageStartingWith(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            servers.bbb1.url              | -                               | blueflux.servers.bbb1.url: is missing
            servers.bbb1.url              | ftp://secret-tenant.example.org | blueflux.servers.bbb1.url: base URL must start with
            servers.bbb1.url              | https://x.org/secret-tenant?q=1 | blueflux.servers.bbb1.url: base URL must not have a query
            servers.bbb1.secret           | -                               | blueflux.servers.bbb1.secret: is missing
            servers.bbb1.secret           | '${BBB1_SECRET}'                | blueflux.servers.bbb1.secret: is a placeholder
            servers.bbb1.secret           | ' '                             | blueflux.servers.bbb1.secret: secret must not be empty
            servers.bbb1.secret-file      | /nowhere/at/all                 | blueflux.servers.bbb1.secret: and secret-file are both there
            servers.bbb1.name             | ' '                             | blueflux.servers.bbb1.name: name must not be blank
            servers.bbb1.algorithm        | md5                             | blueflux.servers.bbb1.algorithm:
            servers.bbb1.weight           | 0                               | blueflux.servers.bbb1.weight: weight must be above 0
            servers.bbb1.tags             | ' '                             | -
            servers.bbb1.max-meetings     | 0                               | blueflux.servers.bbb1.max-meetings: maxMeetings must be at least 1
            servers.bbb1.max-participants | -5                              | blueflux.servers.bbb1.max-participants: maxParticipants must be at least 1
            servers.bbb1.ssl-bundle       | campus                          | blueflux.servers.bbb1.ssl-bundle: there is no SSL bundle of this name
            client.ssl-bundle             | campus                          | blueflux.client.ssl-bundle: there is no SSL bundle of this name
            client.connect-timeout        | 0s                              | blueflux.client.connect-timeout: connectTimeout must be
            client.silence-timeout        | 0s                              | blueflux.client.silence-timeout:
            client.create-timeout         | 0s                              | blueflux.client.create-timeout:
            client.deadline               | 0s                              | blueflux.client.deadline:
            client.user-agent             | ' '                             | blueflux.client.user-agent:
            client.max-connections        | 0                               | blueflux.client.max-connections:
            client.retry.attempts         | 0                               | blueflux.client.retry: attempts must be at least 1
            client.proxy.host             | ' '                             | blueflux.client.proxy.host: is blank
            fleet.interval                | 100ms                           | blueflux.fleet.interval: interval must be
            fleet.max-in-flight           | 1                               | blueflux.fleet.max-in-flight:
            fleet.max-memory              | 1MB                             | blueflux.fleet.max-memory:
            fleet.deadline                | 0s                              | blueflux.fleet.deadline: deadline must be
            fleet.interval                | -                               | -
            webhooks.register             | true                            | blueflux.webhooks.path: is missing
            webhooks.external-url         | https://portal.example.org      | blueflux.webhooks.path: is missing
            cluster.enabled               | true                            | blueflux.cluster.members: is missing, as is blueflux.cluster.dns
            cluster.members               | 127.0.0.1:7800                  | blueflux.cluster.enabled: is missing
            cluster.key-file              | /nowhere/at/all                 | blueflux.cluster.enabled: is missing
            health.min-up                 | 0                               | blueflux.health.min-up: must be at least 1
            """)
    void whatBreaksARuleIsToldWithItsName(String property, @Nullable String value, @Nullable String told) {
        List<String> properties = new ArrayList<>(GOOD);
        properties.removeIf(each -> each.startsWith("blueflux." + property + "="));
        if (value != null) {
            properties.add("blueflux." + property + "=" + value);
        }
        boot.withPropertyValues(properties.toArray(new String[0])).run(context -> {
            if (told == null) {
                assertThat(context).hasNotFailed();
                return;
            }
            Throwable failure = Objects.requireNonNull(context.getStartupFailure(), property);
            assertThat(analysis(failure).getDescription()).startsWith(told);
            assertThat(analysis(failure).getAction()).isNotBlank().endsWith(".");
            assertThat(print(failure)).doesNotContain(SECRET, "secret-tenant");
        });
    }

    @Test
    void aSecretFileThatCannotBeReadOrIsNoneIsTold(@TempDir Path folder) throws IOException {
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(5_000));
        Path blank = Files.writeString(folder.resolve("blank"), "\n");
        for (Path file : List.of(folder.resolve("missing"), large, blank, folder)) {
            boot.withPropertyValues(
                            "blueflux.servers.bbb1.url=https://bbb1.example.org/bigbluebutton",
                            "blueflux.servers.bbb1.secret-file=" + file)
                    .run(context -> assertThat(
                                    analysis(context.getStartupFailure()).getDescription())
                            .startsWith("blueflux.servers.bbb1.secret-file: "));
        }
    }

    @Test
    void aNameWithDotsThatIsNoNameIsToldAndInBracketsIsOne() {
        String[] fields = {".url=https://bbb1.example.org/bigbluebutton", ".secret=" + SECRET};
        String[] dots = Arrays.stream(fields)
                .map(field -> "blueflux.servers.bbb1.example.org" + field)
                .toArray(String[]::new);
        boot.withPropertyValues(dots).run(context -> {
            FailureAnalysis told = analysis(context.getStartupFailure());
            assertThat(told.getDescription()).startsWith("blueflux.servers.bbb1: has none of the fields of a server");
            assertThat(told.getAction()).contains("brackets").contains("[bbb1.example.org]");
        });
        String[] brackets = Arrays.stream(fields)
                .map(field -> "blueflux.servers[bbb1.example.org]" + field)
                .toArray(String[]::new);
        boot.withPropertyValues(brackets)
                .run(context ->
                        assertThat(context.getBean(BbbClients.class).names()).containsExactly("bbb1.example.org"));
    }

    @Test
    void aBundleThatIsNotThereIsToldByTheKeyOfItsEntry() {
        boot.withPropertyValues(GOOD.toArray(new String[0]))
                .withPropertyValues(
                        "blueflux.servers.bbb1.name=bbb1.example.org", "blueflux.servers.bbb1.ssl-bundle=campus")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .startsWith("blueflux.servers.bbb1.ssl-bundle: "));
    }

    @Test
    void aFleetWithoutAnIntervalIsTold() {
        boot.withPropertyValues(GOOD.subList(0, 2).toArray(new String[0]))
                .withPropertyValues("blueflux.fleet.depth=counters")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .startsWith("blueflux.fleet.interval: is missing"));
    }

    @Test
    void twoServersOfOneNameAreTold() {
        boot.withPropertyValues(GOOD.toArray(new String[0]))
                .withPropertyValues(
                        "blueflux.servers.other.name=bbb1",
                        "blueflux.servers.other.url=https://other.example.org/bigbluebutton",
                        "blueflux.servers.other.secret=" + SECRET)
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .isEqualTo("blueflux.servers.other.name: is the name of another server too"));
    }

    private static FailureAnalysis analysis(@Nullable Throwable failure) {
        FailureAnalysis analysis =
                new InvalidPropertyFailureAnalyzer().analyze(Objects.requireNonNull(failure, "the start did not fail"));
        return Objects.requireNonNull(analysis, () -> "not for the analyzer: " + failure);
    }

    private static String print(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text + Arrays.toString(failure.getSuppressed());
    }
}
