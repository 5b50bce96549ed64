// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeetingOrderTest {
    private static final List<SiteEntry> SERVERS = IntStream.range(0, 22)
            .mapToObj(i -> SiteEntry.of(Rooms.server("bbb-%02d".formatted(i))))
            .toList();

    @Test
    void theHashIsTheOneThatAllProcessesAgreeOn() {
        MeetingOrder order = MeetingOrder.of("room-000");

        assertThat(order.hash("bbb-00".getBytes(UTF_8))).isEqualTo(0x56ce39f2173384ccL);
        assertThat(order.hash("bbb-01".getBytes(UTF_8))).isEqualTo(0x58d0fa8525815caaL);
        assertThat(order.key(SERVERS.get(0))).isCloseTo(1.081507, within(0.0000005));
        assertThat(ordered("room-000", SERVERS).subList(0, 6))
                .containsExactly("bbb-08", "bbb-12", "bbb-03", "bbb-05", "bbb-18", "bbb-09");
    }

    @Test
    void aServerThatComesOrGoesMovesNoOther() {
        for (int i = 0; i < 100; i++) {
            List<String> all = ordered("room-" + i, SERVERS);
            List<String> without = ordered("room-" + i, SERVERS.subList(0, 21));

            assertThat(without)
                    .isEqualTo(
                            all.stream().filter(name -> !name.equals("bbb-21")).toList());
        }
    }

    @Test
    void aServerOfTwiceTheWeightComesFirstTwiceAsOften() {
        List<SiteEntry> two = List.of(SiteEntry.of(Rooms.server("a").withWeight(2)), SiteEntry.of(Rooms.server("b")));
        long first = IntStream.range(0, 30_000)
                .filter(i -> ordered("room-" + i, two).get(0).equals("a"))
                .count();

        assertThat(first).isBetween(19_700L, 20_300L);
    }

    @Test
    void anotherWeightMovesNoRoomBetweenOtherServers() {
        List<SiteEntry> heavier = SERVERS.stream()
                .map(each -> each.name().equals("bbb-03")
                        ? SiteEntry.of(Rooms.server("bbb-03").withWeight(3))
                        : each)
                .toList();
        for (int i = 0; i < 200; i++) {
            String before = ordered("room-" + i, SERVERS).get(0);
            assertThat(ordered("room-" + i, heavier).get(0)).isIn(before, "bbb-03");
        }
    }

    @Test
    void meetingsWhoseIdsHaveOneHashCodeHaveOrdersOfTheirOwn() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(ordered("room-Aa", SERVERS)).isNotEqualTo(ordered("room-BB", SERVERS));
    }

    @Test
    void theFirstFewAreThoseOfTheWholeOrder() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            double[] keys = random.doubles(random.nextInt(40)).toArray();
            int most = 1 + random.nextInt(8);
            FirstInOrder first = new FirstInOrder(most);
            for (int j = 0; j < keys.length; j++) {
                if (first.takes(keys[j])) {
                    first.add(keys[j], site("s" + j));
                }
            }

            assertThat(first.list())
                    .extracting(Site::name)
                    .isEqualTo(IntStream.range(0, keys.length)
                            .boxed()
                            .sorted(Comparator.comparing(j -> keys[j]))
                            .limit(most)
                            .map(j -> "s" + j)
                            .toList());
        }
    }

    private static Site site(String name) {
        return Site.of(SiteEntry.of(Rooms.server(name)), null, SiteBook.EMPTY);
    }

    private static List<String> ordered(String meetingId, List<SiteEntry> servers) {
        MeetingOrder order = MeetingOrder.of(meetingId);
        return servers.stream()
                .sorted(Comparator.comparingDouble(order::key))
                .map(SiteEntry::name)
                .toList();
    }
}
