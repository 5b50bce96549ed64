// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

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

    /**
     * What came of a registration.
     *
     * @param fresh whether the hook was not there before
     */
    record Added(Hook hook, boolean fresh) {}

    /** Adds a hook, unless there is one of its URL; only a new one uses an ID up. */
    synchronized Added add(String url, Function<String, Hook> ofId) {
        for (Hook there : hooks) {
            if (there.url().equals(url)) {
                return new Added(there, false);
            }
        }
        Hook fresh = ofId.apply(numbered ? Integer.toString(counter.incrementAndGet()) : ids.uuid());
        hooks.add(fresh);
        return new Added(fresh, true);
    }

    /** Returns the hooks of one meeting; since version 3 of the webhooks no more than the first is found. */
    List<Hook> ofMeeting(String meetingId) {
        return hooks.stream()
                .filter(hook -> meetingId.equals(hook.meetingId()))
                .limit(numbered ? Long.MAX_VALUE : 1)
                .toList();
    }

    List<Hook> global() {
        return hooks.stream().filter(hook -> hook.meetingId() == null).toList();
    }

    /** Tells whether these are webhooks before version 3. */
    boolean numbered() {
        return numbered;
    }

    boolean destroy(String id) {
        return hooks.removeIf(hook -> hook.id().equals(id) && !hook.permanent());
    }

    List<Hook> list() {
        return List.copyOf(hooks);
    }
}
