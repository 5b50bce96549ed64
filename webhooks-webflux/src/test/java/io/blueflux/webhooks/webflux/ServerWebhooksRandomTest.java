// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.body;
import static io.blueflux.webhooks.webflux.Deliveries.deliver;
import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static io.blueflux.webhooks.webflux.Deliveries.verifierOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

/** However deliveries, subscribers and the list of servers go on: what was accepted is handed over once, in its order. */
class ServerWebhooksRandomTest {
    private static final List<String> SERVERS = List.of("a", "b/c", "\u00fc");
    private static final WebhookLimits SMALL =
            WebhookLimits.DEFAULT.withBufferedEvents(3).withBodyBytes(2_000).withHeldBytes(4_000);

    private final ServerWebhooks hooks = ServerWebhooks.of(SMALL);
    private final Map<String, ServerModel> models = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> accepted = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> seen = new ConcurrentHashMap<>();

    ServerWebhooksRandomTest() {
        for (String server : SERVERS) {
            models.put(server, new ServerModel());
            accepted.put(server, Collections.synchronizedList(new ArrayList<>()));
            seen.put(server, Collections.synchronizedList(new ArrayList<>()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyAnswerAndEventIsThatOfTheModel(int seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 3_000; step++) {
            String server = SERVERS.get(random.nextInt(SERVERS.size()));
            ServerModel model = requireNonNull(models.get(server));
            switch (random.nextInt(8)) {
                case 0 -> {
                    String secret = "secret" + random.nextInt(2);
                    hooks.put(server, verifierOf(server, secret));
                    model.put(secret);
                }
                case 1 -> {
                    hooks.remove(server);
                    model.remove();
                }
                case 2, 3 -> take(random.nextInt(4));
                default -> {
                    String secret = "secret" + random.nextInt(2);
                    int[] times = random.ints(1 + random.nextInt(2), 1, 13).toArray();
                    assertThat(deliver(hooks, server, secret, ended(times)))
                            .as("step %s", step)
                            .isEqualTo(model.deliver(secret, times));
                }
            }
        }
        takeAll();
        nothingIsHeld();
    }

    private void take(int most) {
        int number = Math.min(
                most, models.values().stream().mapToInt(ServerModel::waiting).sum());
        if (number > 0) {
            hooks.events()
                    .take(number)
                    .doOnNext(webhook -> assertThat(millis(webhook))
                            .isEqualTo(
                                    requireNonNull(models.get(webhook.server())).next()))
                    .as(StepVerifier::create)
                    .expectNextCount(number)
                    .verifyComplete();
        }
    }

    private void takeAll() {
        take(Integer.MAX_VALUE);
        hooks.dispose();
        hooks.events().as(StepVerifier::create).verifyComplete();
    }

    private void nothingIsHeld() {
        assertThat(hooks.heldBytes()).isZero();
    }

    @Test
    void nothingIsLostDoubledOrOutOfOrderUnderContention() throws InterruptedException {
        int each = 1_500;
        SERVERS.forEach(server -> hooks.put(server, verifierOf(server)));
        CountDownLatch all = new CountDownLatch(each * SERVERS.size());
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean tooMuch = new AtomicBoolean();
        Disposable reader = hooks.events()
                .take(3) // asks for three, so that nothing is under way when it cancels
                .repeat()
                .subscribe(webhook -> {
                    requireNonNull(seen.get(webhook.server())).add(millis(webhook));
                    all.countDown();
                });
        List<Thread> threads = new ArrayList<>();
        threads.add(new Thread(() -> {
            Random random = new Random(1);
            while (!over.get()) {
                String server = SERVERS.get(random.nextInt(SERVERS.size()));
                hooks.remove(server);
                hooks.put(server, verifierOf(server));
                tooMuch.compareAndSet(false, hooks.heldBytes() > SMALL.heldBytes());
            }
        }));
        SERVERS.forEach(server -> threads.add(new Thread(() -> {
            for (int time = 1; time <= each; time++) {
                Answer answer = Answer.BUSY;
                while (answer != Answer.ACCEPTED) {
                    answer = deliver(hooks, server, ended(time));
                }
                requireNonNull(accepted.get(server)).add((long) time);
            }
        })));
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
        all.await();
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        reader.dispose();

        assertThat(seen).isEqualTo(accepted);
        assertThat(tooMuch).isFalse();
        nothingIsHeld();
    }

    @Test
    void requestsThatBreakOffHoldNothing() {
        hooks.put("a", verifierOf("a"));

        assertThat(deliver(hooks, "a", body(1, "{"))).isEqualTo(Answer.MALFORMED);
        assertThat(deliver(hooks, "a", "forged", ended(1))).isEqualTo(Answer.UNVERIFIED);

        nothingIsHeld();
    }

    private static long millis(ServerWebhook webhook) {
        return requireNonNull(webhook.event().timestamp()).toEpochMilli();
    }
}
