// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulatorExtension;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a server's log says of the client. */
@ExtendWith(BbbSimulatorExtension.class)
class UserAgentIT {
    private static final Pattern VERSION = Pattern.compile("blueflux-parent</artifactId><version>([^<]+)</version>");

    @Test
    void serversHearTheVersionOfTheClient(SimulatedServer server) throws IOException {
        assertThat(heard(server, client -> {})).isEqualTo("blueflux/" + versionOfTheBuild());
    }

    @Test
    void anotherNameTakesItsPlace(SimulatedServer server) {
        assertThat(heard(server, client -> client.userAgent("portal/7"))).isEqualTo("portal/7");
    }

    private static String heard(SimulatedServer server, Consumer<BbbClientBuilder> setUp) {
        BbbClientBuilder builder = BbbClient.builder(server.bbbServer());
        setUp.accept(builder);
        try (BbbClient client = builder.build()) {
            client.version().block();
        }
        return Objects.requireNonNull(server.requests().get(0).header("User-Agent"));
    }

    private static String versionOfTheBuild() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
