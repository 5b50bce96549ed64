// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.parameter.RequestParameters;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What signing a call leaves to the garbage collector; counted, not timed. */
class SigningAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final CallSigner SIGNER =
            CallSigner.of(BbbServer.of("https://bbb.example.org/bigbluebutton", "a-secret"));
    private static final int CALLS = 500;

    @Test
    void shortCallAllocatesItsUrlAndLittleMore() {
        assertAllocatesTheUrlAndLittleMore(ApiCall.GET_MEETING_INFO, "meetingID", "course-42");
    }

    @Test
    void longCallAllocatesItsUrlAndLittleMore() {
        assertAllocatesTheUrlAndLittleMore(ApiCall.CREATE, "welcome", "Grüße, <b>Übung</b>! ".repeat(60));
    }

    @Test
    void keptUrlAllocatesNothing() {
        assertThat(allocated(() -> SIGNER.sign(ApiCall.GET_MEETINGS, RequestParameters.NONE)))
                .isZero();
    }

    private static void assertAllocatesTheUrlAndLittleMore(ApiCall call, String name, String value) {
        RequestParameters parameters = RequestParameters.of(call, Map.of(name, value));
        int url = SIGNER.sign(call, parameters).url().reveal().length();

        assertThat(allocated(() -> SIGNER.sign(call, parameters))).isBetween((long) url, url + 300L);
    }

    /** Returns the bytes of one call: the least of some rounds, since other tests may sign at the same time. */
    private static long allocated(Runnable call) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS);
        }
        return least;
    }
}
