// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who comes in, and what of its way in goes wrong. */
class ClusterDoorTest extends ClusterFixture {
    @Test
    void aWordThatCannotBeFollowedKeepsNobodyOut() {
        AtomicInteger left = new AtomicInteger();
        BbbFleet fleet = fleet("p9", 3, hearer -> {
            hearer.members(new ClusterMembers(List.of("p9-1", "other"), key -> "p9-1"));
            hearer.heard(tooLate("s1"));
            return Mono.just(new Way(left));
        });
        time.advance(Duration.ofSeconds(10));

        assertThat(polls.keySet()).contains("s0", "s2");
        assertThat(fleet.cluster().members()).isEqualTo(2);
        assertThat(left).hasValue(0);
    }

    @Test
    void whoHasToWaitForLongPollsMeanwhile() {
        BbbFleet first = fleet("p0", 3);
        BbbFleet late = fleet(
                "p1",
                3,
                hearer -> Mono.delay(Duration.ofSeconds(60), time.scheduler())
                        .flatMap(now -> requireNonNull(nodes.get("p1")).join(hearer)));
        time.advance(Duration.ofSeconds(25));
        assertThat(late.cluster().polled()).isEqualTo(3);
        time.advance(Duration.ofSeconds(45));
        assertThat(late.cluster().members()).isEqualTo(2);
        assertThat(first.cluster().polled() + late.cluster().polled()).isEqualTo(3);
        assertThat(requireNonNull(events.get("p1"))).noneMatch(event -> event instanceof FleetEvent.ServerRemoved);
    }

    @Test
    void whoCannotEnterLeavesTheWayAndPollsAlone() {
        AtomicInteger left = new AtomicInteger();
        fleet(
                "p9",
                3,
                hearer -> Mono.just(new Way(left) {
                    @Override
                    public String self() {
                        throw new IllegalStateException("no name");
                    }
                }));
        time.advance(Duration.ofSeconds(10));

        assertThat(polls.keySet()).contains("s0", "s1", "s2");
        assertThat(left).hasValue(1);
    }

    @Test
    void whatWasMarkedWhileAMemberWasAloneIsMarkedEverywhereThoughAnOlderWordIsThere() {
        BbbFleet first = fleet("p0", 3);
        time.advance(Duration.ofSeconds(3));
        first.cordon("s1");
        first.resume("s1");
        time.advance(Duration.ofSeconds(3));
        AtomicInteger failures = new AtomicInteger(1);
        Grid.Node node = grid.node("p1");
        nodes.put("p1", node);
        BbbFleet second = fleet(
                "p1",
                3,
                hearer -> failures.getAndDecrement() > 0
                        ? Mono.error(new IllegalStateException("nobody"))
                        : node.join(hearer));
        time.advance(Duration.ofSeconds(5));
        second.cordon("s1");
        second.resume("s1");
        second.cordon("s1");
        time.advance(Duration.ofSeconds(40));

        assertThat(second.cluster().members()).isEqualTo(2);
        assertThat(view(second, "s1").cordoned()).as("where it was set").isTrue();
        assertThat(view(first, "s1").cordoned()).as("elsewhere").isTrue();
    }

    @Test
    void aServerThatOneSideDrainedStaysAsLongAsTheOtherSideHasMeetingsOnIt() {
        List<BbbFleet> fleets = three();
        String server = owned(fleets.get(0));
        requireNonNull(nodes.get("p2")).cut(7);
        time.advance(Duration.ofSeconds(10));
        fleets.get(2).drain(server);
        time.advance(Duration.ofSeconds(3));
        assertThat(fleets.get(2).snapshot().servers()).doesNotContainKey(server);
        meetings.put(server, List.of(Meetings.meeting("m")));
        time.advance(Duration.ofSeconds(10));
        requireNonNull(nodes.get("p2")).heal();
        time.advance(Duration.ofSeconds(10));

        assertThat(fleets.get(0).snapshot().servers()).containsKey(server);
        assertThat(fleets.get(1).snapshot().servers()).containsKey(server);
        meetings.remove(server);
        time.advance(Duration.ofSeconds(5));
        assertThat(fleets.get(0).snapshot().servers()).doesNotContainKey(server);
        assertThat(fleets.get(1).snapshot().servers()).doesNotContainKey(server);
    }

    @Test
    void noLineOfAServerThatWasAwayIsCalledAsOneBefore() {
        BbbFleet fleet = fleet("p0", 1);
        time.advance(Duration.ofSeconds(3));
        List<String> before = lines();
        fleet.remove("s0");
        time.advance(Duration.ofSeconds(3));
        grid.told.clear();
        fleet.add(FleetServer.of(Scripted.server("s0")));
        time.advance(Duration.ofSeconds(3));

        assertThat(before).isNotEmpty();
        assertThat(lines()).isNotEmpty().doesNotContainAnyElementsOf(before);
    }

    private List<String> lines() {
        return grid.told.stream()
                .filter(ClusterWord.View.class::isInstance)
                .map(word -> ((ClusterWord.View) word).line().id())
                .distinct()
                .toList();
    }

    private static ClusterWord.View tooLate(String name) {
        ServerView view = ServerView.fresh(name, Instant.EPOCH).withPolls(7);
        return new ClusterWord.View(
                ClusterKeys.of(Scripted.server(name)),
                new ClusterWord.Line(3, "other", 1, Map.of()),
                false,
                Duration.ofSeconds(Long.MAX_VALUE),
                new ServerReport(view, Duration.ZERO, Duration.ZERO, null));
    }

    private static class Way implements ClusterLink {
        private final AtomicInteger left;
        final List<ClusterWord> told = new ArrayList<>();

        Way(AtomicInteger left) {
            this.left = left;
        }

        @Override
        public String self() {
            return "p9-1";
        }

        @Override
        public void tell(ClusterWord word) {
            told.add(word);
        }

        @Override
        public Mono<Void> leave() {
            return Mono.fromRunnable(left::incrementAndGet);
        }
    }
}
