// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The webhooks of one server, of which no two have the same URL. */
final class HookStore {
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final boolean numbered;
    private final Ids ids;

    /**
     * @param numbered whether IDs are numbers, as before version 3 of the webhooks
     */
    HookStore(boolean numbered, Ids ids) {
        this.numbered = numbered;
        this.ids = ids;
    }

    String nextId() {
        return numbered ? Integer.toString(counter.incrementAndGet()) : ids.uuid();
    }

    /** Adds a hook, or returns the one of the same URL. */
    synchronized Hook addOrGet(Hook fresh) {
        @Nullable
        Hook there = hooks.stream()
                .filter(hook -> hook.url().equals(fresh.url()))
                .findFirst()
                .orElse(null);
        if (there == null) {
            hooks.add(fresh);
        }
        return there == null ? fresh : there;
    }

    boolean destroy(String id) {
        return hooks.removeIf(hook -> hook.id().equals(id) && !hook.permanent());
    }

    List<Hook> list() {
        return List.copyOf(hooks);
    }
}
