// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.parameter.Parameter;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.Role;
import io.blueflux.request.SimpleRequest;
import io.blueflux.support.guards.NullArguments;
import io.blueflux.support.guards.PublicTypes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is missing is named, wherever the client is called, and nothing is sent. */
class ReactorArgumentsTest {
    private static final Set<Class<?>> CALLED_BY_US = Set.of(CallListener.class, AnswerMeter.class);

    @Test
    void everyMissingArgumentOfTheClientIsNamed() throws Exception {
        BbbServer server = BbbServer.of("https://h.example/bigbluebutton/", "secret");
        Set<String> names = Stream.concat(
                        Stream.of(Parameter.values()).map(Parameter::wireName), Stream.of("firstBackoff", "maxBackoff"))
                .collect(Collectors.toSet());
        NullArguments check = new NullArguments(
                names,
                "room",
                Duration.ofSeconds(5),
                Map.of(),
                server,
                BbbClient.builder(server),
                BbbClient.create(server),
                RedirectPolicy.JOIN,
                RetryPolicy.DEFAULT,
                JoinRequest.builder("room", "Ann").role(Role.VIEWER).build(),
                Endpoints.GET_MEETINGS,
                SimpleRequest.getMeetings());

        assertThat(check.faults(PublicTypes.of(BbbClient.class, "io/blueflux/reactor")
                        .filter(type -> !CALLED_BY_US.contains(type))))
                .isEmpty();
    }
}
