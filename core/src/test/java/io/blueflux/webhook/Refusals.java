// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests expect of callbacks that are refused. */
final class Refusals {
    private Refusals() {}

    static void assertUnverified(ThrowingCallable call) {
        assertRefused(CallbackRefusedException.Reason.UNVERIFIED, call);
    }

    static void assertMalformed(ThrowingCallable call) {
        assertRefused(CallbackRefusedException.Reason.MALFORMED, call);
    }

    private static void assertRefused(CallbackRefusedException.Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(CallbackRefusedException.class)
                .isThrownBy(call)
                .satisfies(refusal -> org.assertj.core.api.Assertions.assertThat(refusal.reason())
                        .isEqualTo(reason))
                .withMessageNotContaining("secret")
                .withNoCause();
    }
}
