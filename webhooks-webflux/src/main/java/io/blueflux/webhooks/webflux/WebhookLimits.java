// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * The bounds of an intake. Immutable.
 *
 * @param bodyBytes the most bytes of one request's body; more is answered with 413; 1 MiB by default
 * @param bodyTime how long a body may take to arrive; then it is answered with 408 and the connection is closed; 10 seconds by
 *     default, twice what a server waits for its answer
 * @param heldBytes the most bytes of all bodies together, those on their way and those whose events wait for the application;
 *     beyond, more is answered with 503; never less than {@code bodyBytes}; 16 MiB by default. In memory a body takes up to
 *     three times its bytes while it is read, its events' JSON several times
 * @param bufferedEvents how many events may wait for the application; while they do, more is answered with 503, which makes
 *     the server try again for about five minutes; 1,000 by default
 * @param duplicateWindow how long an event is remembered, so that its repetition is dropped; 15 minutes by default
 * @param duplicateEntries the most events that are remembered, at about 150 bytes each; the oldest are forgotten first;
 *     10,000 by default
 * @param maxAge how old the signed timestamp of a delivery may be; an older one, or one more than five minutes ahead, is
 *     answered with 403; zero, the default, accepts every age. A server repeats a delivery under its first timestamp: for
 *     about six minutes, but without end for a permanent hook, which sends nothing else before that one is taken. So a bound
 *     is for other hooks, ten minutes for one, or longer than the longest outage. Where {@code duplicateWindow} is five
 *     minutes longer, and {@code duplicateEntries} hold what comes meanwhile, nobody who has seen a request can send it again
 *     with effect
 */
public record WebhookLimits(
        int bodyBytes,
        Duration bodyTime,
        long heldBytes,
        int bufferedEvents,
        Duration duplicateWindow,
        int duplicateEntries,
        Duration maxAge) {

    private static final Duration DAY = Duration.ofDays(1);

    /** The defaults named above. */
    public static final WebhookLimits DEFAULT = new WebhookLimits(
            1 << 20, Duration.ofSeconds(10), 16 << 20, 1_000, Duration.ofMinutes(15), 10_000, Duration.ZERO);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException naming the bound that is below one, or a time that is negative or over a day
     */
    public WebhookLimits {
        atLeastOne(bodyBytes, "bodyBytes");
        atLeastOne(heldBytes, "heldBytes");
        atLeastOne(bufferedEvents, "bufferedEvents");
        atLeastOne(duplicateEntries, "duplicateEntries");
        upToADay(bodyTime, "bodyTime");
        upToADay(duplicateWindow, "duplicateWindow");
        upToADay(maxAge, "maxAge");
        if (bodyTime.isZero()) {
            throw new IllegalArgumentException("bodyTime must not be zero");
        }
    }

    /**
     * Returns these limits with another {@link #bodyBytes()}.
     *
     * @param bytes the new bound
     * @return a copy
     */
    public WebhookLimits withBodyBytes(int bytes) {
        return new WebhookLimits(bytes, bodyTime, heldBytes, bufferedEvents, duplicateWindow, duplicateEntries, maxAge);
    }

    /**
     * Returns these limits with another {@link #bodyTime()}.
     *
     * @param time the new bound
     * @return a copy
     */
    public WebhookLimits withBodyTime(Duration time) {
        return new WebhookLimits(bodyBytes, time, heldBytes, bufferedEvents, duplicateWindow, duplicateEntries, maxAge);
    }

    /**
     * Returns these limits with another {@link #heldBytes()}.
     *
     * @param bytes the new bound
     * @return a copy
     */
    public WebhookLimits withHeldBytes(long bytes) {
        return new WebhookLimits(bodyBytes, bodyTime, bytes, bufferedEvents, duplicateWindow, duplicateEntries, maxAge);
    }

    /**
     * Returns these limits with another {@link #bufferedEvents()}.
     *
     * @param events the new bound
     * @return a copy
     */
    public WebhookLimits withBufferedEvents(int events) {
        return new WebhookLimits(bodyBytes, bodyTime, heldBytes, events, duplicateWindow, duplicateEntries, maxAge);
    }

    /**
     * Returns these limits with other bounds on what is remembered.
     *
     * @param window how long; zero lets every repetition through
     * @param entries how many
     * @return a copy
     */
    public WebhookLimits withDuplicates(Duration window, int entries) {
        return new WebhookLimits(bodyBytes, bodyTime, heldBytes, bufferedEvents, window, entries, maxAge);
    }

    /**
     * Returns these limits with another {@link #maxAge()}.
     *
     * @param age the new bound; zero for none
     * @return a copy
     */
    public WebhookLimits withMaxAge(Duration age) {
        return new WebhookLimits(
                bodyBytes, bodyTime, heldBytes, bufferedEvents, duplicateWindow, duplicateEntries, age);
    }

    WebhookVerifier aged(WebhookVerifier verifier, Clock clock) {
        return maxAge.isZero() ? verifier : verifier.withMaxAge(maxAge, clock);
    }

    private static void atLeastOne(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    private static void upToADay(Duration value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isNegative() || value.compareTo(DAY) > 0) {
            throw new IllegalArgumentException(name + " must be 0 to 1 day, not " + value);
        }
    }
}
