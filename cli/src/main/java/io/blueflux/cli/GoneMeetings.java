// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.MessageKey;
import io.blueflux.reactor.CallListener;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import reactor.util.context.ContextView;

/** Counts the infos that were not found: such meetings ended after they were listed, or a balancer's list is old. */
final class GoneMeetings implements CallListener {
    private final AtomicLong count = new AtomicLong();

    @Override
    public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
        if (error.call().equals(ApiCall.GET_MEETING_INFO.wireName())
                && error instanceof ApiFailedException failure
                && failure.has(MessageKey.NOT_FOUND)) {
            count.incrementAndGet();
        }
    }

    long count() {
        return count.get();
    }
}
