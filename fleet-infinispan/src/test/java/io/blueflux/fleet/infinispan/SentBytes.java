// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.util.concurrent.atomic.AtomicLong;
import org.jgroups.Message;
import org.jgroups.stack.Protocol;

/** Counts what a member sends. */
final class SentBytes extends Protocol {
    private final AtomicLong sum = new AtomicLong();

    long bytes() {
        return sum.get();
    }

    @Override
    public Object down(Message msg) {
        sum.addAndGet(msg.getLength());
        return down_prot.down(msg);
    }
}
