// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static io.blueflux.support.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.micrometer.ObservedCalls;
import io.blueflux.reactor.RedirectPolicy;
import io.blueflux.support.TestServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OddIdsIT {
    private static final PollPlan PLAN = PollPlan.of(PollSchedule.every(Duration.ofMillis(50), Duration.ofMillis(10)))
            .withDeadline(Duration.ofMinutes(1))
            .withDepth(PollDepth.INFO);
    private static final String LIST = "<response><returncode>SUCCESS</returncode><meetings>"
            + "<meeting><meetingID>x</meetingID><internalMeetingID>i-1</internalMeetingID></meeting>"
            + "<meeting><meetingID>a,b</meetingID><internalMeetingID>i-2</internalMeetingID></meeting>"
            + "</meetings></response>";
    private static final String ROOT = "<response><returncode>SUCCESS</returncode><version>2.0</version></response>";

    @Test
    void listedMeetingsAreAskedForAndFoundWhateverTheirIds() throws Exception {
        try (TestServer server =
                new TestServer((request, response) -> response.sendString(Mono.just(answer(request.uri()))))) {
            BbbFleet fleet = BbbFleet.builder(PLAN).build();
            fleet.add(server.address());
            assertThat(requireNonNull(fleet.findMeeting("q,r").block()).found()).isNull();
            fleet.start();
            eventually(
                    "both are known by their infos",
                    () -> fleet.snapshot().totals().participants() == 14);
            for (String id : List.of("x", "a,b", "i-2")) {
                assertThat(requireNonNull(fleet.findMeeting(id).block()).found())
                        .isNotNull();
            }
            fleet.disposeLater().block();
        }
    }

    @Test
    void aBalancerThatSendsEveryCallOnCanBePolled() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onStop(Observation.Context context) {
                seen.add(context.getName() + " " + context.getHighCardinalityKeyValues());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        try (TestServer node =
                        new TestServer((request, response) -> response.sendString(Mono.just(answer(request.uri()))));
                TestServer balancer = new TestServer((request, response) -> request.uri()
                                .endsWith("/api/")
                        ? response.sendString(Mono.just(ROOT))
                        : response.status(302)
                                .header(
                                        "Location",
                                        node.address().baseUrl() + request.uri().substring(14))
                                .send())) {
            BbbFleet fleet = BbbFleet.builder(PLAN)
                    .clients(client -> client.redirects(RedirectPolicy.EVERY_CALL))
                    .listener(ObservedCalls.of(observations))
                    .build();
            fleet.add(balancer.address());
            fleet.start();
            eventually(
                    "the node's meetings are known",
                    () -> fleet.snapshot().totals().participants() == 14);
            fleet.disposeLater().block();
            assertThat(seen)
                    .anyMatch(line -> line.contains("sent.on.to")
                            && line.contains(
                                    "127.0.0.1:" + node.address().baseUrl().getPort()));
        }
    }

    private static String answer(String uri) {
        if (uri.contains("/getMeetings?")) {
            return LIST;
        }
        if (!uri.contains("meetingID=")) {
            return ROOT;
        }
        String id = uri.contains("=x&") ? "x" : uri.contains("=a%2Cb&") ? "a,b" : "";
        return id.isEmpty()
                ? "<response><returncode>FAILED</returncode><messageKey>notFound</messageKey></response>"
                : "<response><returncode>SUCCESS</returncode><meetingID>" + id
                        + "</meetingID><internalMeetingID>i-" + (id.equals("x") ? 1 : 2)
                        + "</internalMeetingID><participantCount>7</participantCount></response>";
    }
}
