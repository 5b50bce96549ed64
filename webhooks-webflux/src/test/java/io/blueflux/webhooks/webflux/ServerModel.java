// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one server's hook is to do, said as simply as can be: three events may wait. */
final class ServerModel {
    private final Queue<Long> waiting = new ArrayDeque<>();
    private final Set<Long> remembered = new HashSet<>();
    private @Nullable String secret;

    void put(String newSecret) {
        secret = newSecret;
    }

    void remove() {
        secret = null;
        forget();
    }

    Answer deliver(String signedWith, int... times) {
        if (secret == null) {
            return Answer.UNKNOWN_SERVER;
        }
        if (!secret.equals(signedWith)) {
            return Answer.UNVERIFIED;
        }
        Set<Long> fresh =
                IntStream.of(times).mapToObj(Long::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
        fresh.removeAll(remembered);
        if (fresh.isEmpty()) {
            return Answer.DUPLICATE;
        }
        if (!waiting.isEmpty() && waiting.size() + fresh.size() > 3) {
            return Answer.BUSY;
        }
        waiting.addAll(fresh);
        remembered.addAll(fresh);
        return Answer.ACCEPTED;
    }

    int waiting() {
        return waiting.size();
    }

    long next() {
        long first = waiting.remove();
        forget();
        return first;
    }

    private void forget() {
        if (secret == null && waiting.isEmpty()) {
            remembered.clear();
        }
    }
}
