// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which threads ask strangers just now. A stranger who changes the fleet instead of answering would be asked within being
 * asked, without end: that is refused. Who tells an ownership while asked is heard after.
 */
final class Interview {
    private static final Logger LOG = LoggerFactory.getLogger(BbbFleet.class);

    @SuppressWarnings("ThreadLocalUsage") // one fleet may change another while it is asked; and each change removes it
    private final ThreadLocal<@Nullable Talk> talks = new ThreadLocal<>();

    /** Asks. */
    void hold(Runnable questions) {
        Talk known = talks.get();
        Talk talk = known == null ? new Talk() : known;
        if (talk.asking) {
            throw new IllegalStateException("the fleet cannot be changed by whom it asks: share or clients");
        }
        talks.set(talk);
        talk.asking = true;
        try {
            questions.run();
        } finally {
            talk.asking = false;
        }
    }

    /** Runs what a stranger wants: now, or if the stranger is being asked, at the end. The last counts. */
    void hear(Runnable wish) {
        Talk talk = talks.get();
        if (talk == null || !talk.asking) {
            wish.run();
        } else if (talk.closing) {
            LOG.error("a share that tells an ownership each time it is asked is not heard");
        } else {
            talk.putOff = wish;
        }
    }

    /** Ends a change: what was put off is done, unless the change was itself made by one who is asked. */
    void end() {
        Talk talk = talks.get();
        if (talk == null || talk.asking || talk.closing) {
            return;
        }
        talk.closing = true;
        try {
            if (talk.putOff != null) {
                talk.putOff.run();
            }
        } finally {
            talks.remove();
        }
    }

    /** What a thread is at. */
    private static final class Talk {
        private boolean asking;
        private boolean closing;
        private @Nullable Runnable putOff;
    }
}
