// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import java.time.Duration;

/**
 * The bounds of an intake. Immutable.
 *
 * @param bodyBytes the most bytes of one request's body; more is answered with 413; 1 MiB by default
 * @param bufferedEvents how many events may wait for the application; while they do, more is answered with 503, which makes
 *     the server try again for about five minutes; 1,000 by default
 * @param duplicateWindow how long an event is remembered, so that its repetition is dropped; 15 minutes by default
 * @param duplicateEntries the most events that are remembered, at about 150 bytes each; the oldest are forgotten first;
 *     10,000 by default
 */
public record WebhookLimits(int bodyBytes, int bufferedEvents, Duration duplicateWindow, int duplicateEntries) {

    private static final Duration MAX_WINDOW = Duration.ofDays(1);

    /** The defaults named above. */
    public static final WebhookLimits DEFAULT = new WebhookLimits(1 << 20, 1_000, Duration.ofMinutes(15), 10_000);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException naming the bound that is below one, or a window that is negative or over a day
     */
    public WebhookLimits {
        atLeastOne(bodyBytes, "bodyBytes");
        atLeastOne(bufferedEvents, "bufferedEvents");
        atLeastOne(duplicateEntries, "duplicateEntries");
        if (duplicateWindow.isNegative() || duplicateWindow.compareTo(MAX_WINDOW) > 0) {
            throw new IllegalArgumentException("duplicateWindow must be 0 to 1 day, not " + duplicateWindow);
        }
    }

    /**
     * Returns these limits with another {@link #bodyBytes()}.
     *
     * @param bytes the new bound
     * @return a copy
     */
    public WebhookLimits withBodyBytes(int bytes) {
        return new WebhookLimits(bytes, bufferedEvents, duplicateWindow, duplicateEntries);
    }

    /**
     * Returns these limits with another {@link #bufferedEvents()}.
     *
     * @param events the new bound
     * @return a copy
     */
    public WebhookLimits withBufferedEvents(int events) {
        return new WebhookLimits(bodyBytes, events, duplicateWindow, duplicateEntries);
    }

    /**
     * Returns these limits with other bounds on what is remembered.
     *
     * @param window how long; zero lets every repetition through
     * @param entries how many
     * @return a copy
     */
    public WebhookLimits withDuplicates(Duration window, int entries) {
        return new WebhookLimits(bodyBytes, bufferedEvents, window, entries);
    }

    private static void atLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }
}
