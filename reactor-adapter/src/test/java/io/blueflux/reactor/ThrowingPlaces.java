// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.answer.ChunkDecoder;
import io.blueflux.body.Document;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.error.BbbException;
import io.blueflux.reactor.Thrown.Bomb;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.SimpleRequest;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/**
 * Where code of a user runs within a call.
 *
 * @param name the place in words
 * @param settings brings the bomb into the client
 * @param call the call, with the bomb in its operators if that is the place
 * @param subscriber what the subscriber does at each signal, by the signal's name
 */
record ThrowingPlaces(String name, Settings settings, Asked call, At subscriber) {
    static final String HUNG = "hung";
    static final String UNKNOWN = "unknown";
    static final String CUT = "cut-off";

    interface Settings {
        BbbClientBuilder set(BbbClientBuilder builder, Bomb bomb);
    }

    interface Asked {
        Publisher<?> make(BbbClient client, Bomb bomb);
    }

    interface At {
        void signal(String signal, Bomb bomb);
    }

    /** A fan-out has one for its list. */
    int connections() {
        return name.contains("fan-out") ? 2 : 1;
    }

    @Override
    public String toString() {
        return name;
    }

    static List<ThrowingPlaces> all() {
        List<ThrowingPlaces> all = new ArrayList<>();
        subscribers(all);
        operators(all);
        listeners(all);
        timers(all);
        endpoints(all);
        bodies(all);
        return all;
    }

    private static void subscribers(List<ThrowingPlaces> all) {
        for (String signal : List.of("onSubscribe", "onNext", "onComplete", "currentContext")) {
            all.add(subscriber(signal + " of a list's subscriber", signal, (client, bomb) -> client.getMeetings()));
            all.add(subscriber(
                    signal + " of one value's subscriber", signal, (client, bomb) -> client.getMeetingInfo("room-1")));
            all.add(subscriber(
                    signal + " of a fan-out's subscriber",
                    signal,
                    (client, bomb) -> client.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(1))));
            all.add(subscriber(
                    signal + " of all recordings' subscriber",
                    signal,
                    (client, bomb) -> client.allRecordings(RecordingsQuery.all())));
            all.add(subscriber(signal + " of a probe's subscriber", signal, (client, bomb) -> client.probe()));
        }
        all.add(subscriber("onError after FAILED", "onError", (client, bomb) -> client.getMeetingInfo(UNKNOWN)));
        all.add(new ThrowingPlaces(
                "onError after the deadline",
                (builder, bomb) -> builder.deadline(Duration.ofSeconds(1)),
                (client, bomb) -> client.getMeetingInfo(HUNG),
                at("onError")));
        all.add(subscriber(
                "onNext of one that asks for each", "onNextThenRequest", (client, bomb) -> client.getMeetings()));
    }

    private static void operators(List<ThrowingPlaces> all) {
        operator(all, "map of a list", (client, bomb) -> client.getMeetings().map(value -> go(bomb, value)));
        operator(
                all,
                "map of one value",
                (client, bomb) -> client.getMeetingInfo("room-1").map(value -> go(bomb, value)));
        operator(all, "filter", (client, bomb) -> client.getMeetings().filter(value -> go(bomb, true)));
        operator(all, "doOnSubscribe", (client, bomb) -> client.getMeetings().doOnSubscribe(value -> bomb.go()));
        operator(all, "doOnRequest", (client, bomb) -> client.getMeetings().doOnRequest(value -> bomb.go()));
        operator(all, "doOnNext", (client, bomb) -> client.getMeetings().doOnNext(value -> bomb.go()));
        operator(all, "doOnComplete", (client, bomb) -> client.getMeetings().doOnComplete(bomb::go));
        operator(
                all,
                "onErrorResume",
                (client, bomb) -> client.getMeetingInfo(UNKNOWN).onErrorResume(value -> go(bomb, Mono.empty())));
        operator(
                all,
                "onErrorMap",
                (client, bomb) -> client.getMeetingInfo(UNKNOWN).onErrorMap(value -> go(bomb, value)));
        operator(
                all,
                "collect",
                (client, bomb) -> client.getMeetings().collect(ArrayList::new, (list, value) -> bomb.go()));
        operator(
                all,
                "flatMap to a call",
                (client, bomb) -> client.getMeetings().concatMap(value -> go(bomb, client.getMeetingInfo("room-1"))));
        operator(
                all, "contextWrite", (client, bomb) -> client.getMeetings().contextWrite(context -> go(bomb, context)));
        operator(
                all,
                "map of a fan-out",
                (client, bomb) -> client.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(1))
                        .map(value -> go(bomb, value)));
        operator(all, "map of a probe", (client, bomb) -> client.probe().map(value -> go(bomb, value)));
        operator(
                all,
                "map of all recordings",
                (client, bomb) -> client.allRecordings(RecordingsQuery.all()).map(value -> go(bomb, value)));
    }

    private static void listeners(List<ThrowingPlaces> all) {
        for (String event : List.of("onStarted", "onSending", "onFirstByte", "onServerDate", "onRead", "onCompleted")) {
            all.add(listener(event, (client, bomb) -> client.getMeetings()));
        }
        all.add(listener("onFailed", (client, bomb) -> client.getMeetingInfo(UNKNOWN)));
        all.add(listener("onCancelled", (client, bomb) -> client.getMeetings().take(1)));
        all.add(new ThrowingPlaces(
                "clock",
                (builder, bomb) -> builder.listener(new CallListener() {}).clock(clock(bomb)),
                (client, bomb) -> client.getMeetings(),
                at("")));
    }

    private static void timers(List<ThrowingPlaces> all) {
        for (int i = 1; i <= 4; i++) {
            int time = i;
            for (boolean once : List.of(true, false)) {
                for (UnaryOperator<BbbClientBuilder> more : List.<UnaryOperator<BbbClientBuilder>>of(
                        builder -> builder,
                        builder -> builder.listener(new CallListener() {}),
                        builder -> builder.retry(RetryPolicy.DEFAULT))) {
                    all.add(new ThrowingPlaces(
                            "timer's now, time " + i + (once ? " only" : " and later"),
                            (builder, bomb) -> more.apply(builder).timer(new Timer(bomb, time, once, 0)),
                            (client, bomb) -> client.getMeetings(),
                            at("")));
                }
            }
        }
        all.add(new ThrowingPlaces(
                "timer's schedule",
                (builder, bomb) -> builder.timer(new Timer(bomb, 0, false, 1)),
                (client, bomb) -> client.getMeetings(),
                at("")));
        all.add(new ThrowingPlaces(
                "timer's schedule of a pause",
                (builder, bomb) -> builder.retry(RetryPolicy.DEFAULT).timer(new Timer(bomb, 0, false, 2)),
                (client, bomb) -> client.getMeetingInfo("gone"),
                at("")));
        all.add(new ThrowingPlaces(
                "timer's schedule of an end",
                (builder, bomb) -> builder.deadline(Duration.ofSeconds(1)).timer(new Timer(bomb, 0, false, 2)),
                (client, bomb) -> client.getMeetingInfo(HUNG),
                at("")));
    }

    private static void endpoints(List<ThrowingPlaces> all) {
        endpoint(all, "decoders", (context, bomb) -> go(bomb, decoder(() -> {}, () -> {})));
        endpoint(all, "decode", (context, bomb) -> decoder(bomb::go, () -> {}));
        endpoint(all, "finish", (context, bomb) -> decoder(() -> {}, bomb::go));
        for (String method : List.of("next", "value")) {
            all.add(new ThrowingPlaces(
                    "redirect's " + method,
                    (builder, bomb) -> builder,
                    (client, bomb) -> client.call(
                            new Endpoint<>(
                                    ApiCall.of("redirected"),
                                    Endpoint.Effect.READS,
                                    context -> decoder(() -> {}, () -> {}),
                                    new io.blueflux.endpoint.RedirectRule<>() {
                                        @Override
                                        public java.net.@Nullable URI next(io.blueflux.endpoint.Redirect redirect) {
                                            if (method.equals("next")) {
                                                bomb.go();
                                            }
                                            return null;
                                        }

                                        @Override
                                        public String value(io.blueflux.endpoint.Redirect redirect) {
                                            bomb.go();
                                            return "";
                                        }
                                    }),
                            SimpleRequest.of(ApiCall.of("redirected"), java.util.Map.of(), null)),
                    at("")));
        }
    }

    private static void bodies(List<ThrowingPlaces> all) {
        body(all, "a body's subscribe", (bomb, out) -> {
            bomb.go();
            out.onSubscribe(subscription(n -> {}, () -> {}));
        });
        body(all, "a body's request", (bomb, out) -> out.onSubscribe(subscription(n -> bomb.go(), () -> {})));
        body(
                all,
                "a body's request, after a chunk",
                (bomb, out) -> out.onSubscribe(subscription(
                        n -> {
                            out.onNext(ByteBuffer.allocate(10));
                            bomb.go();
                        },
                        () -> {})));
        body(
                all,
                "a body's error",
                (bomb, out) -> out.onSubscribe(subscription(
                        n -> {
                            try {
                                bomb.go();
                            } catch (Throwable thrown) {
                                out.onError(thrown);
                            }
                        },
                        () -> {})));
        body(
                all,
                "a body's cancel",
                (bomb, out) -> out.onSubscribe(subscription(n -> out.onNext(ByteBuffer.allocate(1 << 20)), bomb::go)));
    }

    private static <T> T go(Bomb bomb, T value) {
        bomb.go();
        return value;
    }

    private static At at(String where) {
        return (signal, bomb) -> {
            if (signal.equals(where)) {
                bomb.go();
            }
        };
    }

    private static ThrowingPlaces subscriber(String name, String signal, Asked call) {
        return new ThrowingPlaces(name, (builder, bomb) -> builder, call, at(signal));
    }

    private static void operator(List<ThrowingPlaces> all, String name, Asked call) {
        all.add(new ThrowingPlaces(name, (builder, bomb) -> builder, call, at("")));
        all.add(new ThrowingPlaces(
                name + ", observed and repeated",
                (builder, bomb) -> builder.listener(new CallListener() {}).retry(RetryPolicy.DEFAULT),
                call,
                at("")));
    }

    private static ThrowingPlaces listener(String event, Asked call) {
        return new ThrowingPlaces(
                "listener's " + event, (builder, bomb) -> builder.listener(new Hostile(event, bomb)), call, at(""));
    }

    private static void endpoint(
            List<ThrowingPlaces> all,
            String name,
            java.util.function.BiFunction<io.blueflux.answer.AnswerContext, Bomb, ChunkDecoder<String>> decoders) {
        ApiCall call = ApiCall.of("getMeetings");
        for (RetryPolicy retry : List.of(RetryPolicy.NONE, RetryPolicy.DEFAULT)) {
            all.add(new ThrowingPlaces(
                    "endpoint's " + name + ", tried " + retry.attempts(),
                    (builder, bomb) -> builder.retry(retry.withBackoff(Duration.ofMillis(1), Duration.ofMillis(1))),
                    (client, bomb) -> client.call(
                            new Endpoint<>(call, Endpoint.Effect.READS, context -> decoders.apply(context, bomb)),
                            SimpleRequest.getMeetings()),
                    at("")));
        }
    }

    private static void body(
            List<ThrowingPlaces> all,
            String name,
            java.util.function.BiConsumer<Bomb, Flow.Subscriber<? super ByteBuffer>> publisher) {
        all.add(new ThrowingPlaces(
                name,
                (builder, bomb) -> builder,
                (client, bomb) -> client.create(CreateRequest.builder("room-1", "Room")
                        .document(Document.inline("slides.pdf", 1 << 10, out -> publisher.accept(bomb, out)))
                        .build()),
                at("")));
    }

    private static ChunkDecoder<String> decoder(Runnable decode, Runnable finish) {
        return new ChunkDecoder<>() {
            @Override
            public void decode(byte[] bytes, int offset, int length, Consumer<? super String> out) {
                decode.run();
            }

            @Override
            public void finish(Consumer<? super String> out) {
                finish.run();
            }
        };
    }

    private static Flow.Subscription subscription(java.util.function.LongConsumer request, Runnable cancel) {
        return new Flow.Subscription() {
            @Override
            public void request(long n) {
                request.accept(n);
            }

            @Override
            public void cancel() {
                cancel.run();
            }
        };
    }

    private static Clock clock(Bomb bomb) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                bomb.go();
                return Instant.EPOCH;
            }
        };
    }

    /** Throws in one of its methods. */
    private record Hostile(String event, Bomb bomb) implements CallListener {
        private void at(String heard) {
            if (heard.equals(event)) {
                bomb.go();
            }
        }

        @Override
        public void onStarted(Call call, ContextView context) {
            at("onStarted");
        }

        @Override
        public void onSending(Call call, SentRequest request, ContextView context) {
            at("onSending");
        }

        @Override
        public void onRead(Call call, long bytes, ContextView context) {
            at("onRead");
        }

        @Override
        public void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {
            at("onFirstByte");
        }

        @Override
        public void onServerDate(Call call, Instant date, ContextView context) {
            at("onServerDate");
        }

        @Override
        public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
            at("onCompleted");
        }

        @Override
        public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
            at("onFailed");
        }

        @Override
        public void onCancelled(Call call, Duration elapsed, ContextView context) {
            at("onCancelled");
        }
    }

    /** Throws at the n-th time that it is asked for the time, or given a task. */
    private static final class Timer implements Scheduler {
        private final Scheduler real = Schedulers.parallel();
        private final Bomb bomb;
        private final int now;
        private final boolean once;
        private final int task;
        private final AtomicInteger nows = new AtomicInteger();
        private final AtomicInteger tasks = new AtomicInteger();

        Timer(Bomb bomb, int now, boolean once, int task) {
            this.bomb = bomb;
            this.now = now;
            this.once = once;
            this.task = task;
        }

        @Override
        public long now(TimeUnit unit) {
            int time = nows.incrementAndGet();
            if (now > 0 && (once ? time == now : time >= now)) {
                bomb.go();
            }
            return real.now(unit);
        }

        @Override
        public Disposable schedule(Runnable step) {
            return schedule(step, 0, TimeUnit.NANOSECONDS);
        }

        @Override
        public Disposable schedule(Runnable step, long delay, TimeUnit unit) {
            if (task > 0 && tasks.incrementAndGet() >= task) {
                bomb.go();
            }
            return real.schedule(step, delay, unit);
        }

        @Override
        public Worker createWorker() {
            return real.createWorker();
        }
    }
}
