// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.fuzz.Choices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time as a token's claim, near the one at which the token is looked at.
 *
 * @param json the claim's value; null where the claim is absent
 * @param after how long after that time it is; null where it is none
 */
record TokenTime(@Nullable String json, @Nullable BigDecimal after) {
    private static final List<String> NONE =
            List.of("null", "true", "\"1767340900\"", "-1", "253402300800", "1e999", "[1767340900]", "{}");
    private static final BigDecimal SKEW = BigDecimal.valueOf(60);

    static TokenTime of(Instant now, Choices choices) {
        if (choices.onceIn(8)) {
            return new TokenTime(choices.of(NONE), null);
        }
        if (!choices.onceIn(2)) {
            return new TokenTime(null, BigDecimal.ZERO);
        }
        BigDecimal after = BigDecimal.valueOf(choices.below(401) - 200).divide(BigDecimal.valueOf(2));
        BigDecimal time = after.add(BigDecimal.valueOf(now.getEpochSecond()));
        return new TokenTime(choices.onceIn(2) ? time.toString() : time.unscaledValue() + "E-" + time.scale(), after);
    }

    String claim(String name) {
        return json == null ? "" : ",\"" + name + "\":" + json;
    }

    /** Whether a token counts that expires then. */
    boolean isStillToCome() {
        return json == null || (after != null && after.add(SKEW).signum() > 0);
    }

    /** Whether a token counts that begins to do so then. */
    boolean hasCome() {
        return json == null || (after != null && after.subtract(SKEW).signum() <= 0);
    }
}
