// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import static io.blueflux.support.Eventually.eventually;

import java.util.List;
import java.util.Set;

/**
 * The live threads, of some names, that were not there when this was made. A thread tells that it ends shortly before it has
 * ended, so what closes an event loop is back by then.
 */
public final class NewThreads {
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final List<String> starts;

    /**
     * Notes those that are there.
     *
     * @param starts with what the names of those to look for start
     */
    public NewThreads(String... starts) {
        this.starts = List.of(starts);
    }

    /**
     * Looks.
     *
     * @return the names of those that live
     */
    public List<String> names() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> starts.stream().anyMatch(name::startsWith))
                .toList();
    }

    /**
     * Waits ten seconds at most for their end.
     *
     * @throws InterruptedException if the thread is
     */
    public void end() throws InterruptedException {
        eventually("no thread is left", () -> names().isEmpty());
    }
}
