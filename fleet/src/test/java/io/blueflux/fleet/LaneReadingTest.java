// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.ApiVersion;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.publisher.TestPublisher.Violation;

class LaneReadingTest {
    private static final String DROPPED = "reactor.onErrorDropped.local";

    private final TestPublisher<Meeting> meetings = TestPublisher.createNoncompliant(Violation.DEFER_CANCELLATION);
    private final TestPublisher<ApiVersion> version = TestPublisher.createNoncompliant(Violation.DEFER_CANCELLATION);
    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();

    static List<Throwable> throwables() {
        return List.of(new IllegalStateException("no version"), new NoClassDefFoundError("no class"));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void aVersionThatFailsTooLeavesNoErrorThatNobodyHears(Throwable second) {
        IllegalStateException first = new IllegalStateException("no meetings");
        StepVerifier.create(reading())
                .then(() -> meetings.error(first))
                .then(() -> version.error(second))
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(first))
                .verify(Duration.ofSeconds(10));
        assertThat(dropped).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whateverEndsTheVersionFailsNoPoll(Throwable cause) {
        StepVerifier.create(reading())
                .then(() -> version.error(cause))
                .then(meetings::complete)
                .assertNext(reading -> assertThat(reading.version()).isEmpty())
                .expectComplete()
                .verify(Duration.ofSeconds(10));
        assertThat(dropped).isEmpty();
    }

    private Mono<LaneReading> reading() {
        PollPlan plan = PollPlan.of(PollSchedule.every(Duration.ofSeconds(10)));
        Consumer<Throwable> hook = dropped::add;
        return LaneReading.of(client(), plan, true, Schedulers.parallel())
                .contextWrite(context -> context.put(DROPPED, hook));
    }

    private BbbClient client() {
        return (BbbClient) Proxy.newProxyInstance(
                BbbClient.class.getClassLoader(),
                new Class<?>[] {BbbClient.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "server" -> Scripted.server("s1");
                    case "getMeetings" -> Flux.from(meetings.flux());
                    case "version" -> version.mono();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
