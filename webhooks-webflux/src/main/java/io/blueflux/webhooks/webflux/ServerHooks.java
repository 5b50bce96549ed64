// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookVerifier;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers by name. One that is removed stays, closed and without a verifier, until its last event has left: so a name
 * that comes back meanwhile goes on in its order, and none is there twice.
 */
final class ServerHooks {
    private final WebhookLimits limits;
    private final LongSupplier nanoTime;
    private final Clock clock;
    private final SharedRoom held;
    private final Map<String, ServerHook> hooks = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ServerHooks(WebhookLimits limits, LongSupplier nanoTime, Clock clock) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.clock = clock;
        this.held = new SharedRoom(Math.max(limits.heldBytes(), 2L * limits.bodyBytes()));
    }

    /** May be one that was removed; then its reception says so. */
    @Nullable
    ServerHook find(String server) {
        return hooks.get(server);
    }

    synchronized void replaceAll(Map<String, WebhookVerifier> verifiers) {
        List.copyOf(hooks.keySet()).stream()
                .filter(server -> !verifiers.containsKey(server))
                .forEach(this::remove);
        verifiers.forEach(this::put);
    }

    synchronized void put(String server, WebhookVerifier verifier) {
        ServerHook hook = hooks.computeIfAbsent(server, name -> new ServerHook(name, limits, held.part(), nanoTime));
        hook.prove(limits.aged(verifier, clock));
        if (!closed) {
            hook.open();
        } else {
            hook.close();
        }
    }

    synchronized void remove(String server) {
        ServerHook hook = hooks.get(server);
        if (hook != null) {
            hook.remove();
            forget(hook);
        }
    }

    /** Lets go of a hook that was removed and has nothing left. */
    synchronized void forget(ServerHook hook) {
        if (hook.isForgettable()) {
            hooks.remove(hook.name(), hook);
        }
    }

    synchronized void close() {
        closed = true;
        hooks.values().forEach(ServerHook::close);
    }

    /** Makes room for new events by letting go of the oldest. Not while events are taken out. */
    void trim() {
        hooks.values().forEach(hook -> hook.queue().trim());
    }

    long heldBytes() {
        return held.now();
    }

    boolean isClosed() {
        return closed;
    }

    /** Returns whether it is closed and nothing waits. */
    boolean isOver() {
        return closed && hooks.values().stream().allMatch(hook -> hook.queue().isOver());
    }
}
