// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import java.util.Queue;
import org.jspecify.annotations.Nullable;
import reactor.util.concurrent.Queues;

/** Whose event is next: servers with events that wait stand in a row, and go back to its end after each. */
final class Turns implements Handover.Source<ServerWebhook> {
    private final Queue<ServerHook> row =
            Queues.<ServerHook>unboundedMultiproducer().get();
    private final ServerHooks hooks;
    private final boolean forgetful;

    /**
     * Makes the row.
     *
     * @param forgetful whether old events give way to new ones until somebody subscribes
     */
    Turns(ServerHooks hooks, boolean forgetful) {
        this.hooks = hooks;
        this.forgetful = forgetful;
    }

    /** Puts a server into the row, if it has events and does not stand there. */
    void join(ServerHook hook) {
        if (hook.queue().isEmpty() || !hook.queued().compareAndSet(false, true)) {
            return;
        }
        boolean joined = false;
        try {
            joined = row.add(hook);
        } finally {
            if (!joined) { // too little memory: its next event tries again
                hook.queued().set(false);
            }
        }
    }

    @Override
    public @Nullable ServerWebhook poll() {
        for (ServerHook hook = row.poll(); hook != null; hook = row.poll()) {
            hook.queued().set(false);
            join(hook); // before its event is taken out, so that nothing is lost if there is no memory to join
            ServerWebhook event = hook.queue().poll();
            if (hook.isForgettable()) {
                hooks.forget(hook);
            }
            if (event != null) {
                return event;
            }
        }
        return null;
    }

    @Override
    public void unread() {
        if (forgetful) {
            hooks.trim();
        }
    }

    @Override
    public boolean isOver() {
        return hooks.isOver();
    }
}
