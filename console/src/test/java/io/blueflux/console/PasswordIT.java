// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.fleet.PollDepth;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(RunningConsole.LOCK)
class PasswordIT {
    private static final String PASSWORD = "correct horse ü battery";
    private static final List<String> PATHS = List.of(
            "",
            "index.html",
            "api/fleet",
            "api/stream",
            "api/csrf",
            "api/server?name=s1",
            "api/meetings?q=x",
            "actuator",
            "actuator/health",
            "actuator/prometheus",
            "actuator/blueflux",
            "webjars/uplot/dist/uPlot.min.css",
            "favicon.svg",
            "nothing");

    @Test
    void withoutThePasswordThereIsNothing() throws Exception {
        try (RunningConsole console =
                RunningConsole.of(RunningConsole.settings(List.of(), Confidential.of(PASSWORD), PollDepth.MEETINGS))) {
            for (String path : PATHS) {
                assertThat(console.get(path).statusCode()).as(path).isEqualTo(401);
                assertThat(console.send(with(console.request(path), "blueflux:wrong"))
                                .statusCode())
                        .as(path)
                        .isEqualTo(401);
                assertThat(console.get(path).headers().firstValue("WWW-Authenticate"))
                        .as(path)
                        .hasValue("Basic realm=\"blueflux\"");
                assertThat(console.get(path).headers().firstValue("Content-Security-Policy"))
                        .as(path)
                        .isPresent();
            }
            for (String wrong : List.of(":", "admin:" + PASSWORD, "blueflux:" + PASSWORD + " ", "blueflux:", "")) {
                assertThat(console.send(with(console.request(""), wrong)).statusCode())
                        .as(wrong)
                        .isEqualTo(401);
            }
            for (String open : List.of("", "api/fleet", "actuator/health", "actuator/prometheus")) {
                assertThat(console.send(with(console.request(open), "blueflux:" + PASSWORD))
                                .statusCode())
                        .as(open)
                        .isEqualTo(200);
            }
            HttpRequest.Builder write = console.request("actuator/blueflux/s1")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"action\":\"cordon\"}"));
            assertThat(console.send(with(write, "blueflux:" + PASSWORD)).statusCode())
                    .isEqualTo(403); // no token
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String userAndPassword) {
        String basic = Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization", "Basic " + basic);
    }
}
