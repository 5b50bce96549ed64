// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.blueflux.BbbServer;
import io.blueflux.error.TransportException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosingTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(BbbClient.class.getName());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void closeReturnsWhenTheDisposalHasEnded() {
        AtomicBoolean ended = new AtomicBoolean();
        client(Mono.delay(Duration.ofMillis(50))
                        .doOnNext(tick -> ended.set(true))
                        .then())
                .close();
        assertThat(ended).isTrue();
        assertThat(log.list).isEmpty();
    }

    @Test
    void whatDoesNotEndInTimeGoesOnAndIsOneLineOfTheLog() {
        AtomicInteger cancelled = new AtomicInteger();
        client(Mono.<Void>never().doOnCancel(cancelled::incrementAndGet)).close();
        assertThat(cancelled).hasValue(0);
        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("BbbClient for a-client is not closed after 2000 ms; it goes on closing");
        });
    }

    @Test
    void anErrorOfTheDisposalIsALineOfTheLogAndNothingIsThrown() {
        client(Mono.error(new NoClassDefFoundError("gone"))).close();
        client(Mono.defer(() -> {
                    throw new StackOverflowError("deep");
                }))
                .close();
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.WARN);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "BbbClient for a-client closed with an error: java.lang.NoClassDefFoundError: gone",
                        "BbbClient for a-client closed with an error: java.lang.StackOverflowError: deep");
    }

    @Test
    void anInterruptedThreadWaitsNoLongerAndStaysInterrupted() throws Exception {
        AtomicBoolean flag = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Thread closing = new Thread(() -> {
            client(Mono.<Void>never().doOnSubscribe(subscription -> begun.countDown()))
                    .close();
            flag.set(Thread.currentThread().isInterrupted());
        });
        closing.start();
        begun.await();
        closing.interrupt();
        closing.join();
        assertThat(flag).isTrue();
        assertThat(log.list).as("it did not wait to the end").isEmpty();
    }

    @Test
    void aThreadThatMustNotBlockBeginsTheDisposalAndGoesOn() throws Exception {
        LoopResources loops = LoopResources.create("a-loop", 1, true);
        Scheduler parallel = Schedulers.newParallel("a-parallel", 1);
        try {
            onlyBegins(task -> loops.onClient(true).next().execute(task));
            onlyBegins(parallel::schedule);
        } finally {
            parallel.dispose();
            loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block(Duration.ofSeconds(30));
        }
        assertThat(log.list).isEmpty();
    }

    /** The end comes from the very thread that closes, later: who waited there would wait in vain, and warn. */
    private static void onlyBegins(Executor thread) throws InterruptedException {
        Sinks.Empty<Void> end = Sinks.empty();
        AtomicBoolean begun = new AtomicBoolean();
        CountDownLatch over = new CountDownLatch(1);
        thread.execute(() -> {
            client(end.asMono().doOnSubscribe(subscription -> begun.set(true))).close();
            end.tryEmitEmpty();
            over.countDown();
        });
        assertThat(over.await(50, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).isTrue();
    }

    @Test
    void aClientCanBeClosedAgainAndByTryWithResources() {
        BbbClient client = BbbClient.create(BbbServer.of("http://127.0.0.1:1", "shared-secret-1"));
        try (BbbClient closed = client) {
            assertThat(closed.server().name()).isEqualTo("127.0.0.1:1");
        }
        client.close();
        assertThatThrownBy(() -> client.version().block())
                .isInstanceOfSatisfying(
                        TransportException.class,
                        error -> assertThat(error.kind()).isEqualTo(TransportException.Kind.CLIENT_CLOSED));
        assertThat(log.list).isEmpty();
    }

    @Test
    void springClosesAClientThatIsABean() {
        AtomicInteger disposals = new AtomicInteger();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(
                    BbbClient.class, () -> client(Mono.<Void>fromRunnable(disposals::incrementAndGet)), bean -> {});
            context.refresh();
            assertThat(context.getBean(BbbClient.class)).isNotNull();
        }
        assertThat(disposals).hasValue(1);
    }

    /** A client that somebody else wrote: it has what the interface gives it. */
    private static BbbClient client(Mono<Void> disposal) {
        InvocationHandler calls = (self, method, arguments) -> switch (method.getName()) {
            case "disposeLater" -> disposal;
            case "toString" -> "BbbClient for a-client";
            default -> InvocationHandler.invokeDefault(self, method, arguments);
        };
        return (BbbClient)
                Proxy.newProxyInstance(BbbClient.class.getClassLoader(), new Class<?>[] {BbbClient.class}, calls);
    }
}
