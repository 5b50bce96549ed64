// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.error.CallSite;
import io.blueflux.error.LimitExceededException;
import io.blueflux.model.Meeting;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is made of the meetings that a server lists, whoever asked for them. */
final class AnswerMeetings {
    private static final Meeting.Access NO_ACCESS = new Meeting.Access(null, null, null, null);

    private AnswerMeetings() {}

    /** Returns what is listed, which fails where it is more than a plan allows. */
    static Mono<List<Meeting>> bounded(Flux<Meeting> listed, CallSite site, PollPlan plan) {
        return listed.collect(ArrayList::new, (list, meeting) -> {
            if (list.size() == plan.maxMeetings()) {
                throw new LimitExceededException(site, "maxMeetings", plan.maxMeetings());
            }
            list.add(meeting);
        });
    }

    /** Returns of a meeting what is read of one whose counters and metadata are asked for. */
    static Meeting countersAndMetadata(Meeting meeting) {
        return new Meeting(
                meeting.meetingId(),
                meeting.internalMeetingId(),
                meeting.meetingName(),
                meeting.times(),
                meeting.state(),
                meeting.counts(),
                NO_ACCESS,
                List.of(),
                meeting.metadata(),
                meeting.callbacks(),
                meeting.breakout(),
                List.of(),
                List.of());
    }
}
