// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.ChecksumAlgorithm.SHA1;
import static io.blueflux.ChecksumAlgorithm.SHA256;
import static io.blueflux.ChecksumAlgorithm.SHA384;
import static io.blueflux.ChecksumAlgorithm.SHA512;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.BbbVersion;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.TransportException;
import io.blueflux.profile.Balancer;
import io.blueflux.profile.Finding.Kind;
import io.blueflux.profile.ServerProfile;
import io.blueflux.profile.Support;
import io.blueflux.support.ClosedPort;
import io.blueflux.support.TestServer;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ProbeIT {
    private static final String ROOT = "<response><returncode>SUCCESS</returncode><version>2.0</version></response>";
    private static final String NOT_RUNNING =
            "<response><returncode>SUCCESS</returncode><running>false</running></response>";

    @Test
    void bbbIsFoundOut() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            SimulatedServer server = simulator.server(0);

            ServerProfile profile = probe(server.bbbServer());

            assertThat(profile.version()).isNull();
            assertThat(profile.oldest()).isEqualTo(BbbVersion.of("3.0"));
            assertThat(profile.balancer()).isEqualTo(Balancer.UNKNOWN);
            assertThat(profile.strongest()).isEqualTo(SHA512);
            assertThat(profile.formPost()).isEqualTo(Support.YES);
            assertThat(server.requests()).hasSize(7);
            assertThat(server.meetings()).isEmpty();
        }
    }

    @Test
    void algorithmsThatAreSwitchedOffAreFoundOut() {
        try (BbbSimulator simulator =
                BbbSimulator.builder().algorithms(SHA1, SHA256).build().start()) {
            ServerProfile profile = probe(simulator.server(0).bbbServer());

            assertThat(profile.strongest()).isEqualTo(SHA256);
            assertThat(profile.accepts(SHA1)).isEqualTo(Support.YES);
            assertThat(profile.accepts(SHA384)).isEqualTo(Support.NO);
            assertThat(profile.accepts(SHA512)).isEqualTo(Support.NO);
        }
    }

    @Test
    void wrongSecretSaysNothingOfAlgorithms() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            BbbServer wrong = simulator.server(0).bbbServer().withSecret(SharedSecret.of("another-secret"));

            ServerProfile profile = probe(wrong);

            assertThat(profile.accepts(SHA512)).isEqualTo(Support.UNKNOWN);
            assertThat(profile.strongest()).isEqualTo(SHA256);
            assertThat(profile.formPost()).isEqualTo(Support.UNKNOWN);
            assertThat(profile.report())
                    .contains("guessed: the secret is wrong, since no checksum was taken")
                    .doesNotContain("another-secret")
                    .doesNotContain(simulator.server(0).secretText());
        }
    }

    @Test
    void secretIsNotBlamedWhereAnAlgorithmMayStillBeTaken() {
        ServerProfile profile = probeOf(call -> call.isRoot() ? ROOT : call.hash() == SHA256 ? "503 " : refusal());

        assertThat(profile.report()).contains("whether SHA-256 is taken").doesNotContain("secret");
    }

    @Test
    void stepThatFailsIsAFinding() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            SimulatedServer server = simulator.server(0);
            server.faultNext(1, "isMeetingRunning", Fault.status(502));

            ServerProfile profile = probe(server.bbbServer());

            assertThat(profile.accepts(SHA512)).isEqualTo(Support.UNKNOWN);
            assertThat(profile.strongest()).isEqualTo(SHA384);
            assertThat(profile.findings())
                    .filteredOn(finding -> finding.kind() == Kind.FAILED)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.text())
                            .startsWith("whether SHA-512 is taken: ")
                            .contains("502"));
        }
    }

    @Test
    void revealedReleaseIsFound() {
        assertThat(probeOf(call -> call.isRoot()
                                ? ROOT.replace("</version>", "</version><bbbVersion>3.0.25-1</bbbVersion>")
                                : NOT_RUNNING)
                        .version())
                .isEqualTo(BbbVersion.of("3.0.25-1"));
    }

    @Test
    void elementsOfBbb3AreFound() {
        ServerProfile profile = probeOf(call -> call.isRoot()
                ? ROOT.replace("</version>", "</version><html5PluginSdkVersion>0.0.80</html5PluginSdkVersion>")
                : NOT_RUNNING);

        assertThat(profile.oldest()).isEqualTo(BbbVersion.of("3.0"));
    }

    @Test
    void formIsNotBelievedWhereAnythingIsAnswered() {
        ServerProfile profile = probeOf(call -> call.isRoot() ? ROOT : NOT_RUNNING);

        assertThat(profile.formPost()).isEqualTo(Support.UNKNOWN);
        assertThat(profile.report()).contains("not found out: whether forms are read");
    }

    @Test
    void scaleliteShowsItself() {
        ServerProfile profile = probeOf(call -> {
            if (call.isRoot()) {
                return ROOT.replace("</version>", "</version><build>1.5</build>");
            }
            return call.hash() == SHA384 ? refusal() : NOT_RUNNING;
        });

        assertThat(profile.balancer()).isEqualTo(Balancer.SCALELITE);
        assertThat(profile.strongest()).isEqualTo(SHA512);
        assertThat(profile.accepts(SHA384)).isEqualTo(Support.NO);
        assertThat(profile.paging()).isEqualTo(Support.NO);
    }

    @Test
    void scaleliteThatHidesItsBuildIsToldByACallThatNobodyKnows() {
        ServerProfile profile = probeOf(call -> call.isRoot()
                ? ROOT
                : call.uri().contains("isMeetingRunning") && call.hash() != SHA384
                        ? NOT_RUNNING
                        : call.uri().contains("isMeetingRunning")
                                ? refusal()
                                : Answers.failed("unsupportedRequest", "This request is not supported."));

        assertThat(profile.balancer()).isEqualTo(Balancer.SCALELITE);
        assertThat(profile.report()).contains("scalelite, from how it fails");
    }

    @Test
    void scaleliteThatKnowsNoPostIsToldByTheForm() {
        List<String> others = new CopyOnWriteArrayList<>();
        ServerProfile profile = probeOf(call -> {
            if (call.isRoot() || call.uri().contains("isMeetingRunning")) {
                return call.isRoot()
                        ? ROOT
                        : call.isPost()
                                ? Answers.failed("unsupportedRequest", "This request is not supported.")
                                : NOT_RUNNING;
            }
            others.add(call.uri());
            return "404 ";
        });

        assertThat(profile.balancer()).isEqualTo(Balancer.SCALELITE);
        assertThat(others).isEmpty();
    }

    @Test
    void aCallThatNobodyKnowsIsMadeOnlyWhereNothingElseTells() {
        for (String told : List.of("<apiVersion>2.0</apiVersion>", "<build>1.5</build>", "<info>x</info>")) {
            probeOf(call -> {
                assertThat(call.uri()).doesNotContain("bluefluxProbe");
                return call.isRoot() ? ROOT.replace("</version>", "</version>" + told) : NOT_RUNNING;
            });
        }
        ServerProfile old =
                probeOf(call -> call.isRoot() ? ROOT : call.uri().contains("bluefluxProbe") ? "404 " : NOT_RUNNING);
        assertThat(old.balancer()).isEqualTo(Balancer.UNKNOWN);
    }

    @Test
    void whatWasSeenRefusedIsNotRecommended() {
        ServerProfile hiccup = probeOf(call -> call.isRoot() ? ROOT : call.hash() == SHA1 ? "503 " : refusal());
        assertThat(hiccup.strongest()).isEqualTo(SHA1);
        assertThat(hiccup.accepts(SHA256)).isEqualTo(Support.UNKNOWN);
        ServerProfile other = probeOf(call -> call.isRoot() ? ROOT : call.hash() == SHA512 ? "503 " : refusal());
        assertThat(other.strongest()).isEqualTo(SHA512);
        ServerProfile none = probeOf(call -> call.isRoot() ? ROOT : refusal());
        assertThat(none.report()).contains("none was taken").doesNotContain("best to use");
    }

    @Test
    void aBalancerThatSendsEveryCallOnIsFoundOut() {
        try (BbbSimulator simulator = BbbSimulator.start(1);
                RedirectingBalancer balancer =
                        new RedirectingBalancer(simulator.server(0).bbbServer())) {
            ServerProfile profile = probe(balancer.address());
            assertThat(profile.strongest()).isEqualTo(SHA1);
            assertThat(profile.accepts(SHA256)).isEqualTo(Support.NO);
            assertThat(profile.report())
                    .contains("a call signed with SHA-1 was sent on, signed anew")
                    .contains("best to use SHA-1")
                    .doesNotContain("checksum=");
        }
    }

    @Test
    void b3scaleIsToldByTheStatusOfItsRefusals() {
        ServerProfile profile = probeOf(call -> {
            boolean refused = call.hash() == SHA512 || call.hash() == SHA384;
            return refused ? "500 " + refusal() : NOT_RUNNING;
        });

        assertThat(profile.balancer()).isEqualTo(Balancer.B3SCALE);
        assertThat(profile.strongest()).isEqualTo(SHA256);
        assertThat(profile.formPost()).isEqualTo(Support.NO);
    }

    @Test
    void b3lbIsToldByItsPlainText() {
        ServerProfile profile =
                probeOf(call -> call.isRoot() ? ROOT : call.hash() == SHA1 ? "401 Unauthorized" : NOT_RUNNING);

        assertThat(profile.balancer()).isEqualTo(Balancer.B3LB);
        assertThat(profile.accepts(SHA1)).isEqualTo(Support.NO);
        assertThat(profile.accepts(SHA512)).isEqualTo(Support.YES);
    }

    @Test
    void hashOfHalfTheBalancersIsAHint() {
        ServerProfile profile = probeOf(call -> call.isRoot() ? ROOT : call.hash() == SHA384 ? refusal() : NOT_RUNNING);

        assertThat(profile.balancer()).isEqualTo(Balancer.UNKNOWN);
        assertThat(profile.report()).contains("guessed: Scalelite or bbblb, since SHA-512 is taken and SHA-384 is not");
    }

    @Test
    void callsAreMadeOneAfterAnother() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            SimulatedServer server = simulator.server(0);
            probe(server.bbbServer());

            assertThat(server.maxInFlight("isMeetingRunning")).isEqualTo(1);
        }
    }

    @Test
    void nothingIsSentBeforeSubscription() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            BbbClient client = BbbClient.create(simulator.server(0).bbbServer());
            Mono<ServerProfile> probe = client.probe();

            assertThat(simulator.server(0).requests()).isEmpty();
            StepVerifier.create(probe.then(probe)).expectNextCount(1).verifyComplete();
            assertThat(simulator.server(0).requests()).hasSize(14);
            client.disposeLater().block();
        }
    }

    @Test
    void serverThatCannotBeReachedIsAnError() throws IOException {
        try (ClosedPort closed = new ClosedPort()) {
            BbbClient client = BbbClient.create(BbbServer.of("http://127.0.0.1:" + closed.number(), "shared-secret-1"));
            StepVerifier.create(client.probe())
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    TransportException.class,
                                    failure -> assertThat(failure.kind())
                                            .isEqualTo(TransportException.Kind.CONNECT_FAILED)))
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void serverThatNeverAnswersIsAnError() {
        try (TestServer silent = new TestServer((request, response) -> Mono.never())) {
            BbbClient client = BbbClient.builder(silent.address())
                    .silenceTimeout(Duration.ofMillis(50))
                    .build();
            StepVerifier.create(client.probe())
                    .expectError(CallTimeoutException.class)
                    .verify();
            client.disposeLater().block();
        }
    }

    @Test
    void closedClientIsAnError() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            BbbClient client = BbbClient.create(simulator.server(0).bbbServer());
            client.disposeLater().block();
            StepVerifier.create(client.probe())
                    .expectErrorSatisfies(error -> assertThat(((TransportException) error).kind())
                            .isEqualTo(TransportException.Kind.CLIENT_CLOSED))
                    .verify();
        }
    }

    private static String refusal() {
        return Answers.failed("checksumError", "Checksums do not match");
    }

    private static ServerProfile probe(BbbServer server) {
        BbbClient client = BbbClient.create(server);
        try {
            return Objects.requireNonNull(client.probe().block());
        } finally {
            client.disposeLater().block();
        }
    }

    /** Probes a server that answers a body, or a status and a body. */
    private static ServerProfile probeOf(Function<Call, String> answers) {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (TestServer server = new TestServer((request, response) -> {
            seen.add(request.uri());
            String answer =
                    answers.apply(new Call(request.uri(), request.method().name()));
            boolean hasStatus = Character.isDigit(answer.charAt(0));
            response.status(hasStatus ? Integer.parseInt(answer.substring(0, 3)) : 200);
            return request.receive()
                    .then(response.sendString(Mono.just(hasStatus ? answer.substring(4) : answer))
                            .then());
        })) {
            ServerProfile profile = probe(server.address());
            assertThat(seen).hasSizeLessThanOrEqualTo(8);
            return profile;
        }
    }

    private record Call(String uri, String method) {
        boolean isPost() {
            return method.equals("POST");
        }

        boolean isRoot() {
            return uri.endsWith("/api/");
        }

        ChecksumAlgorithm hash() {
            return switch (uri.length() - uri.lastIndexOf('=') - 1) {
                case 40 -> SHA1;
                case 64 -> SHA256;
                case 96 -> SHA384;
                default -> SHA512;
            };
        }
    }
}
