// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import java.util.concurrent.atomic.AtomicLong;

/** What all bodies of one intake hold together: those on their way, and those whose events wait. */
final class HeldBytes implements Room {
    private final AtomicLong held = new AtomicLong();
    private final long bound;

    HeldBytes(long bound) {
        this.bound = bound;
    }

    @Override
    public long most() {
        return bound;
    }

    @Override
    public boolean take(int bytes) {
        if (held.addAndGet(bytes) <= bound) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    @Override
    public void give(int bytes) {
        held.addAndGet(-bytes);
    }

    long now() {
        return held.get();
    }
}
