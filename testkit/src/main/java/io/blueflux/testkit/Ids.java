// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers that look random, are the same on every run, and need no secure random source (which may block). */
final class Ids {
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
    /** Odd and unlike the generator's own step, so that neighbouring texts share nothing. */
    private static final long STEP = 0xd1b54a32d192ed03L;

    private final long seed;
    private final AtomicLong counter = new AtomicLong();

    Ids(long seed) {
        this.seed = seed;
    }

    String uuid() {
        SplittableRandom random = next();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    String alphanumeric(int length) {
        SplittableRandom random = next();
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return text.toString();
    }

    private SplittableRandom next() {
        return new SplittableRandom(seed ^ (STEP * counter.incrementAndGet()));
    }
}
