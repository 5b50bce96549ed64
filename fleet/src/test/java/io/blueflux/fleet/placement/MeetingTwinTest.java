// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Meeting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which of several meetings of one ID stays: all processes say the same. */
class MeetingTwinTest {
    private static final MeetingOrder ORDER = MeetingOrder.of("room");

    @Test
    void whereSomebodyJoinedStays() {
        assertThat(winner(twin("a", empty(1)), twin("b", Rooms.joined(empty(9))), twin("c", empty(2))))
                .isEqualTo("b");
        assertThat(winner(twin("a", empty(1)), twin("b", Rooms.meeting("room", 9, 1, null))))
                .isEqualTo("b");
    }

    @Test
    void ofTwoWithPeopleAndOfTwoEmptyOnesTheEarlierStays() {
        assertThat(winner(twin("a", Rooms.joined(empty(5))), twin("b", Rooms.joined(empty(4)))))
                .isEqualTo("b");
        assertThat(winner(twin("a", empty(4)), twin("b", empty(5)))).isEqualTo("a");
        assertThat(winner(twin("a", Rooms.meeting("room", "x", null, 0, null)), twin("b", empty(5))))
                .isEqualTo("b");
    }

    @Test
    void ofTwoOfTheSameMomentTheFirstInTheOrderStays() {
        List<MeetingTwin> twins =
                new ArrayList<>(List.of(twin("a", empty(5)), twin("b", empty(5)), twin("c", empty(5))));
        String first = MeetingTwin.inOrder(ORDER, twins).get(0).entry().name();
        double least = twins.stream()
                .mapToDouble(each -> ORDER.key(each.entry()))
                .min()
                .orElseThrow();

        assertThat(ORDER.key(SiteEntry.of(Rooms.server(first)))).isEqualTo(least);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(twins, new Random(i));
            assertThat(MeetingTwin.inOrder(ORDER, twins).get(0).entry().name()).isEqualTo(first);
        }
    }

    private static String winner(MeetingTwin... twins) {
        return MeetingTwin.inOrder(ORDER, List.of(twins)).get(0).entry().name();
    }

    private static MeetingTwin twin(String server, Meeting meeting) {
        return new MeetingTwin(SiteEntry.of(Rooms.server(server)), meeting);
    }

    private static Meeting empty(long created) {
        return Rooms.meeting("room", created, 0, null);
    }
}
