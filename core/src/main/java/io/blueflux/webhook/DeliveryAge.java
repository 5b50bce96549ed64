// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.unverified;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old a delivery may be.
 *
 * @param max the bound; null if there is none
 * @param clock tells the time
 */
record DeliveryAge(@Nullable Duration max, Clock clock) {
    static final DeliveryAge ANY = new DeliveryAge(null, Clock.systemUTC());

    static DeliveryAge of(Duration max, Clock clock) {
        if (max.isNegative() || max.isZero()) {
            throw new IllegalArgumentException("maxAge must be positive, not " + max);
        }
        return new DeliveryAge(max, clock);
    }

    void check(Instant timestamp) {
        if (max == null) {
            return;
        }
        Duration age = Duration.between(timestamp, clock.instant());
        if (age.compareTo(max) > 0 || age.compareTo(WebhookVerifier.ALLOWED_SKEW.negated()) < 0) {
            throw unverified("the delivery is too old, or from the future");
        }
    }
}
