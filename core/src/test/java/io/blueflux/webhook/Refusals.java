// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What the tests expect of callbacks that are refused. */
final class Refusals {
    private Refusals() {}

    static void assertUnverified(ThrowingCallable call) {
        assertRefused(CallbackRefusedException.Reason.UNVERIFIED, call);
    }

    static void assertMalformed(ThrowingCallable call) {
        assertRefused(CallbackRefusedException.Reason.MALFORMED, call);
    }

    /** Returns what is read, or null if it is malformed, which is all that it may be. */
    static <T> @Nullable T readOrMalformed(Supplier<T> read) {
        try {
            return read.get();
        } catch (CallbackRefusedException refused) {
            assertThat(refused.reason()).isEqualTo(CallbackRefusedException.Reason.MALFORMED);
            assertSilent(refused);
            return null;
        }
    }

    /** A refusal repeats nothing of what was sent, and its words are few. */
    static void assertSilent(CallbackRefusedException refused) {
        assertThat(refused).hasNoCause().message().matches("[a-z][A-Za-z0-9_'-]*( [A-Za-z0-9_'-]+,?){2,20}");
    }

    private static void assertRefused(CallbackRefusedException.Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CallbackRefusedException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .withMessageNotContaining("secret")
                .withNoCause();
    }
}
