// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.BbbVersion;
import io.blueflux.body.Document;
import io.blueflux.model.JsonValue;
import io.blueflux.parameter.Parameter;
import io.blueflux.profile.ServerProfile;
import io.blueflux.request.ClientSetting;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsUpdate;
import io.blueflux.request.Role;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is missing is named, wherever the core is called. Setters name it as the API does. */
class CoreArgumentsTest {
    private static final String EXPORTED = "io/blueflux(/(body|error|model|parameter|profile|request|sign|webhook))?";

    @Test
    void everyMissingArgumentOfTheCoreIsNamed() throws Exception {
        Set<String> wireNames =
                Stream.of(Parameter.values()).map(Parameter::wireName).collect(Collectors.toSet());

        assertThat(new NullArguments(wireNames, samples().toArray()).faults(PublicTypes.of(BbbServer.class, EXPORTED)))
                .isEmpty();
    }

    private static List<Object> samples() throws NoSuchAlgorithmException {
        List<Object> samples = new ArrayList<>(List.of(
                "https://h.example/a.pdf",
                1,
                1L,
                URI.create("https://h.example"),
                Duration.ofMinutes(1),
                Instant.ofEpochMilli(1767254400000L),
                List.of(),
                Set.of(),
                Map.of(),
                Clock.systemUTC(),
                new IllegalStateException(),
                MessageDigest.getInstance("SHA-256"),
                ApiCall.CREATE,
                BbbVersion.of("2.5"),
                ServerProfile.UNKNOWN,
                ClientSetting.CLIENT_TITLE,
                JsonValue.Scalar.NULL,
                Document.url("https://h.example/a.pdf"),
                JoinRequest.builder("room", "Ann").role(Role.VIEWER).build(),
                CreateRequest.builder("room", "Room").build(),
                RecordingsUpdate.builder("r").meta("a", "b").build(),
                RecordingsUpdate.builder("r")));
        CreateRequest.builder("room", "Room")
                .voice(samples::add)
                .cameras(samples::add)
                .recording(samples::add)
                .breakout(samples::add)
                .lock(samples::add)
                .guests(samples::add)
                .branding(samples::add)
                .expiry(samples::add)
                .presentation(samples::add)
                .notes(samples::add);
        return samples;
    }
}
