// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.error.TransportException;
import io.blueflux.reactor.BbbClient;
import io.blueflux.testkit.BbbSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

/** Trust by Boot's SSL bundles. */
class TlsIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final BbbSimulator simulator = BbbSimulator.builder().tls().build().start();
    private final ApplicationContextRunner boot = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, BluefluxAutoConfiguration.class))
            .withPropertyValues(Service.servers(simulator));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aServerOfAPrivateAuthorityIsTrustedByItsBundleAndByNoOther() throws IOException {
        Path trusted = Files.writeString(folder.resolve("trusted.pem"), simulator.certificatePem());
        boot.run(context -> assertThatThrownBy(() -> ask(context.getBean(BbbClient.class)))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        error -> assertThat(error.kind()).isEqualTo(TransportException.Kind.TLS_FAILED)));
        for (String where : new String[] {"blueflux.servers.bbb1.ssl-bundle", "blueflux.client.ssl-bundle"}) {
            boot.withPropertyValues("spring.ssl.bundle.pem.campus.truststore.certificate=" + trusted, where + "=campus")
                    .run(context -> ask(context.getBean(BbbClient.class)));
        }
    }

    @Test
    void aBundleThatIsReloadedIsUsedFromThenOn() throws IOException {
        try (BbbSimulator other = BbbSimulator.builder().tls().build().start()) {
            Path trusted = Files.writeString(folder.resolve("trusted.pem"), other.certificatePem());
            boot.withPropertyValues(
                            "spring.ssl.bundle.pem.campus.reload-on-update=true",
                            "spring.ssl.bundle.watch.file.quiet-period=100ms",
                            "spring.ssl.bundle.pem.campus.truststore.certificate=" + trusted,
                            "blueflux.client.ssl-bundle=campus")
                    .run(context -> {
                        BbbClient client = context.getBean(BbbClient.class);
                        assertThatThrownBy(() -> ask(client)).isInstanceOf(TransportException.class);

                        Files.writeString(trusted, simulator.certificatePem());

                        client.getMeetings()
                                .then(Mono.just(true))
                                .onErrorResume(TransportException.class, error -> Mono.empty())
                                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(100)))
                                .block(LONG);
                    });
        }
    }

    private static void ask(BbbClient client) {
        client.getMeetings().then().block(LONG);
    }
}
