// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.TransportException;
import io.blueflux.model.Meeting;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;

class FanOutMeetingsTest {
    private static final int ROUNDS = 2_000;
    private static final BbbServer SERVER = BbbServer.of("http://bbb.example.org/bigbluebutton", "secret");

    private static final Meeting LISTED = new Meeting(
            "room-1",
            null,
            null,
            new Meeting.Times(null, null, null, null, null),
            new Meeting.State(null, null, null, null, null),
            new Meeting.Counts(null, null, null, null, null, null),
            new Meeting.Access(null, null, null, null),
            List.of(),
            Map.of(),
            null,
            List.of(),
            List.of());

    private final CyclicBarrier together = new CyclicBarrier(2);

    @Test
    void ofInfosThatFailAtOnceTheFirstIsToldAndNoneIsDropped() {
        Queue<Throwable> dropped = new ConcurrentLinkedQueue<>();
        Hooks.onErrorDropped(dropped::add);
        try {
            for (int i = 0; i < ROUNDS; i++) {
                StepVerifier.create(fanOut(i % 2 == 0).results())
                        .expectErrorSatisfies(error -> assertThat(error).isInstanceOf(BbbException.class))
                        .verify();
            }
        } finally {
            Hooks.resetOnErrorDropped();
        }
        assertThat(dropped).isEmpty();
    }

    private FanOutMeetings fanOut(boolean ordered) {
        FanOut settings = FanOut.DEFAULT.withOrdered(ordered).withOnFailure(FanOut.OnFailure.STOP);
        BbbClient client = client();
        return new FanOutMeetings(
                client.server().name(),
                client::getMeetings,
                request -> client.call(Endpoints.GET_MEETING_INFO, request),
                settings,
                new WirePool(ConnectionProvider.newConnection(), "bbb", 80, 8));
    }

    private BbbClient client() {
        return (BbbClient) Proxy.newProxyInstance(
                BbbClient.class.getClassLoader(),
                new Class<?>[] {BbbClient.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "server" -> SERVER;
                    case "getMeetings" -> Flux.just(LISTED, LISTED);
                    case "call" ->
                        Flux.from((Publisher<Meeting>) this::failTogether).subscribeOn(Schedulers.boundedElastic());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private void failTogether(Subscriber<? super Meeting> subscriber) {
        AtomicBoolean cancelled = new AtomicBoolean();
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {
                cancelled.set(true);
            }
        });
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        if (!cancelled.get()) {
            subscriber.onError(new TransportException(
                    new CallSite("bbb", "getMeetingInfo"), TransportException.Kind.CONNECT_FAILED, "gone", null));
        }
    }
}
