// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows which threads ask strangers just now. A stranger who changes the fleet instead of answering would be asked within being
 * asked, without end: that is refused. Who tells an ownership while asked is heard after.
 */
final class RosterInterview {
    private final Map<Thread, Talk> talks = new ConcurrentHashMap<>(); // until the change of a thread ends

    /** Asks. */
    void hold(Runnable questions) {
        Talk talk = talks.computeIfAbsent(Thread.currentThread(), thread -> new Talk());
        if (talk.asking) {
            throw new IllegalStateException("the fleet cannot be changed by whom it asks: share or clients");
        }
        talk.asking = true;
        try {
            questions.run();
        } finally {
            talk.asking = false;
        }
    }

    /** Runs what a stranger wants: now, or if the stranger is being asked, at the end. The last counts. */
    void hear(Runnable wish) {
        Talk talk = talks.get(Thread.currentThread());
        if (talk == null || !talk.asking) {
            wish.run();
        } else if (talk.closing) {
            FleetLog.LOG.error("a share that tells an ownership each time it is asked is not heard");
        } else {
            talk.putOff = wish;
        }
    }

    /** Ends a change: what was put off is done, unless the change was itself made by one who is asked. */
    void end() {
        Talk talk = talks.get(Thread.currentThread());
        if (talk == null || talk.asking || talk.closing) {
            return;
        }
        talk.closing = true;
        try {
            if (talk.putOff != null) {
                talk.putOff.run();
            }
        } finally {
            talks.remove(Thread.currentThread());
        }
    }

    /** What a thread is at. */
    private static final class Talk {
        private boolean asking;
        private boolean closing;
        private @Nullable Runnable putOff;
    }
}
