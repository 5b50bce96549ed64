// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static io.blueflux.fleet.Meetings.attendee;
import static io.blueflux.fleet.Meetings.meeting;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** A lane that goes on from what another knew of the server. */
class LaneTakeoverTest {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(INTERVAL)).withVersionEvery(0).withAttendeeGrace(INTERVAL.multipliedBy(5));

    private final VirtualTime time = new VirtualTime();
    private final AnswerMemory memory = new AnswerMemory(1L << 24);
    private final List<ServerView> views = new ArrayList<>();
    private List<Meeting> listed = List.of(meeting("old", attendee("ann")));

    @Test
    void whatTheOtherKnewIsNotToldAgain() {
        ServerView last = theOther();
        listed = List.of(listed.get(0), meeting("new"));
        run(lane(last));
        ServerView next = views.get(0);
        assertThat(FeedDiff.between(last, next))
                .singleElement()
                .isInstanceOfSatisfying(
                        FleetEvent.MeetingCreated.class,
                        created -> assertThat(created.meeting().id()).isEqualTo("new"));
        assertThat(known(next).firstSeen()).isEqualTo(known(last).firstSeen());
        assertThat(next.poll().number()).isEqualTo(last.poll().number() + 1);
    }

    @Test
    void whoIsMissingHasTheGraceFromThenOn() {
        ServerView last = theOther();
        listed = List.of(meeting("old"));
        run(lane(last));
        assertThat(known(views.get(0)).attendees())
                .isEqualTo(known(last).attendees())
                .hasSize(1);
        assertThat(known(views.get(views.size() - 1)).attendees()).isEmpty();
    }

    @Test
    void itsFirstPollIsToldAsSuchOnce() {
        Lane lane = lane(theOther());
        assertThat(lane.isFirstPoll()).isTrue();
        assertThat(lane.isFirstPoll()).isFalse();
    }

    @Test
    void whatTheOtherKnewTakesMemory() {
        ServerView last = theOther();
        assertThat(memory.taken()).isZero();
        Lane lane = lane(last);
        assertThat(memory.taken()).isEqualTo(AnswerWeight.of(listed.get(0)));
        run(lane);
        assertThat(memory.taken()).isEqualTo(AnswerWeight.of(listed.get(0)));
        lane.end();
        assertThat(memory.taken()).isZero();
    }

    /** Returns what another lane knew when it ended. */
    private ServerView theOther() {
        Lane other = lane(ServerView.fresh("bbb1", Instant.EPOCH));
        run(other);
        other.end();
        views.clear();
        return other.view();
    }

    private void run(Lane lane) {
        Disposable run = lane.run().subscribe();
        time.advance(INTERVAL.multipliedBy(10));
        run.dispose();
        assertThat(views).hasSizeGreaterThan(7);
    }

    private Lane lane(ServerView first) {
        LaneSettings settings = new LaneSettings(
                time.scheduler(),
                time,
                HealthPolicy.DEFAULT,
                new LanePermits(2),
                new LanePermits(1),
                memory,
                new LaneLog(time.scheduler()));
        Scripted script = new Scripted(server -> Flux.fromIterable(listed));
        return new Lane(
                new ServerIdentity("bbb1"),
                first,
                script.client(Scripted.server("bbb1")),
                PLAN,
                settings,
                (lane, report, turn) -> views.add(report.server()));
    }

    private static FleetMeeting known(ServerView view) {
        return requireNonNull(view.meetings().get("old"));
    }
}
