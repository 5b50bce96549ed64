// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        return living().map(Thread::getName).toList();
    }

    private Stream<Thread> living() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .filter(thread -> starts.stream().anyMatch(thread.getName()::startsWith));
    }

    /**
     * Waits for their end, ten seconds at most for each.
     *
     * @throws InterruptedException if the thread is
     */
    public void end() throws InterruptedException {
        for (Thread thread : living().toList()) {
            thread.join(10_000);
        }
        List<String> left = names();
        if (!left.isEmpty()) {
            throw new AssertionError("threads that live on: " + left);
        }
    }
}
