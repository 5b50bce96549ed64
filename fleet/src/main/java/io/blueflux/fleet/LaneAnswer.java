// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/**
 * What a poll that reads metadata was answered.
 *
 * @param start when the poll began, in nanoseconds of the timer
 * @param view what it showed
 */
record LaneAnswer(long start, ServerView view) {

    /** Returns it as a look would have it. */
    ServerLook look() {
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
