// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import org.jspecify.annotations.Nullable;

/** What a poll that reads metadata was answered. Thread-safe. */
final class LaneAnswer {
    private final long start;
    private final ServerView view;
    private volatile @Nullable ServerLook look;

    /**
     * Takes an answer.
     *
     * @param start when the poll began, in nanoseconds of the timer
     * @param view what it showed
     */
    LaneAnswer(long start, ServerView view) {
        this.start = start;
        this.view = view;
    }

    long start() {
        return start;
    }

    /** Returns it as a look would have it; made when it is first wanted, and of what is kept anyway. */
    ServerLook look() {
        ServerLook made = look;
        if (made == null) {
            made = made();
            look = made;
        }
        return made;
    }

    private ServerLook made() {
        ServerView.Poll poll = view.poll();
        return new ServerLook(
                view.name(),
                poll.startedAt(),
                poll.at(),
                poll.serverDate(),
                view.meetings().values().stream()
                        .map(each -> AnswerMeetings.countersAndMetadata(each.meeting()))
                        .toList());
    }
}
