// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Deliveries to one route. */
final class WebhookLane implements Lane {
    private static final char STOP = '-';
    private static final Duration QUIET = Duration.ofMillis(100);

    private final Process sender;
    private final char route;
    private final LongSupplier received;
    private long seen;

    WebhookLane(Process sender, char route, LongSupplier received) {
        this.sender = sender;
        this.route = route;
        this.received = received;
    }

    @Override
    public void begin() {
        say(route);
    }

    @Override
    public void end() {
        say(STOP);
        Waits.until("the last deliveries", this::isQuiet);
    }

    private boolean isQuiet() {
        long before = received.getAsLong();
        Waits.pause(QUIET);
        return received.getAsLong() == before;
    }

    private void say(char word) {
        try {
            sender.getOutputStream().write(word);
            sender.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void check() {
        long before = seen;
        seen = received.getAsLong();
        if (seen == before || !sender.isAlive()) {
            throw new IllegalStateException("no delivery came");
        }
    }

    @Override
    public void close() {
        end();
    }
}
