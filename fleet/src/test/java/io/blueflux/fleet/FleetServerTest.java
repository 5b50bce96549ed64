// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.BbbServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetServerTest {
    private static final BbbServer BBB =
            BbbServer.of("https://bbb.example.org/bigbluebutton", "a secret").withName("bbb-1");

    @Test
    void aServerHasWeightOneAndNoTagsAndNoBounds() {
        FleetServer server = FleetServer.of(BBB);

        assertThat(server).isEqualTo(new FleetServer(BBB, null));
        assertThat(server.weight()).isEqualTo(1);
        assertThat(server.tags()).isEmpty();
        assertThat(server.maxMeetings()).isEqualTo(FleetServer.UNBOUNDED);
        assertThat(server.maxParticipants()).isEqualTo(FleetServer.UNBOUNDED);
        assertThat(server.cordoned()).isFalse();
        assertThat(server).hasToString("FleetServer[bbb-1]");
    }

    @Test
    void eachPartIsReplacedAlone() {
        PollPlan plan = PollPlan.of(PollSchedule.every(Duration.ofSeconds(5)));
        FleetServer server = FleetServer.of(BBB)
                .withMaxParticipants(400)
                .withMaxMeetings(30)
                .withTags("eu", "large")
                .withWeight(2)
                .withPlan(plan);

        assertThat(server).isEqualTo(new FleetServer(BBB, plan, 2, Set.of("large", "eu"), 30, 400, false));
        assertThat(server.withTags().withPlan(null))
                .isEqualTo(new FleetServer(BBB, null, 2, Set.of(), 30, 400, false))
                .hasToString("FleetServer[bbb-1, weight=2.0, maxMeetings=30, maxParticipants=400]");
    }

    @Test
    void aCordonStaysWhateverElseIsReplaced() {
        FleetServer cordoned = FleetServer.of(BBB).withCordoned(true);
        FleetServer changed = cordoned.withMaxParticipants(400)
                .withMaxMeetings(30)
                .withTags("eu")
                .withWeight(2)
                .withPlan(null);

        assertThat(cordoned).hasToString("FleetServer[bbb-1, cordoned]").isNotEqualTo(FleetServer.of(BBB));
        assertThat(changed).isEqualTo(new FleetServer(BBB, null, 2, Set.of("eu"), 30, 400, true));
        assertThat(changed.withCordoned(false)).isEqualTo(new FleetServer(BBB, null, 2, Set.of("eu"), 30, 400, false));
    }

    @Test
    void tagsAreKeptAsTheyWere() {
        Set<String> tags = new HashSet<>(Set.of("eu"));
        FleetServer server = new FleetServer(BBB, null, 1, tags, 1, 1, false);
        tags.add("us");

        assertThat(server.tags()).containsExactly("eu");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void weightIsAboveZeroAndFinite(double weight) {
        assertThatThrownBy(() -> FleetServer.of(BBB).withWeight(weight))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight must be above 0 and finite, not " + weight);
    }

    @Test
    void boundsBelowOneAndBlankTagsAreRefusedByName() {
        FleetServer server = FleetServer.of(BBB);

        assertThatThrownBy(() -> server.withMaxMeetings(0)).hasMessage("maxMeetings must be at least 1, not 0");
        assertThatThrownBy(() -> server.withMaxParticipants(-5))
                .hasMessage("maxParticipants must be at least 1, not -5");
        assertThatThrownBy(() -> server.withTags("eu", " ")).hasMessage("a tag must not be blank");
    }
}
