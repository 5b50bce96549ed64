// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.ClusterWord;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.infinispan.Clusters.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jgroups.protocols.TP;
import org.jgroups.stack.ProtocolStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterIT {
    private final Clusters clusters = new Clusters(3);

    @AfterEach
    void leave() {
        clusters.close();
    }

    @Test
    void membersHearEachOthersWords() throws InterruptedException {
        Member one = clusters.join(0);
        Member two = clusters.join(1);

        one.link().tell(Words.view("a", one.name(), 1, "m1", "m2"));
        two.link().tell(new ClusterWord.Claim("a", two.name()));
        two.link().tell(new ClusterWord.Later("a", "1 b", 7));
        two.link().tell(new ClusterWord.Soon("a"));
        two.link().tell(new ClusterWord.Marks("a", true, false, true, 3, two.name()));

        eventually("a view", () -> two.heard().views("a").size() == 1);
        eventually("four words", () -> one.heard().words.size() == 4);
        FleetMeeting meeting =
                two.heard().views("a").get(0).report().server().meetings().get("m1");
        assertThat(meeting).isEqualTo(Words.told(Words.meeting("m1")));
        assertThat(one.heard().words)
                .containsExactlyInAnyOrder(
                        new ClusterWord.Claim("a", two.name()),
                        new ClusterWord.Later("a", "1 b", 7),
                        new ClusterWord.Soon("a"),
                        new ClusterWord.Marks("a", true, false, true, 3, two.name()));
    }

    @Test
    void keptWordsReachAJoinerBeforeItsLink() throws InterruptedException {
        Member one = clusters.join(0);
        ClusterWord.Member told = new ClusterWord.Member(one.name(), Set.of("a", "b"), false);
        ClusterWord.Marks marks = new ClusterWord.Marks("b", false, true, false, 2, one.name());
        one.link().tell(told);
        one.link().tell(marks);
        one.link().tell(new ClusterWord.Soon("a"));
        one.link().tell(Words.view("a", one.name(), 1, "m1"));
        Member two = clusters.join(1);
        eventually("all is told", () -> two.heard().words.size() >= 3);

        Member three = clusters.join(2);

        assertThat(three.heard().words).hasSize(3).contains(told, marks);
        assertThat(three.heard().views("a")).hasSize(1);
        assertThat(three.heard().now().names()).containsExactlyInAnyOrder(one.name(), two.name(), three.name());
    }

    @Test
    void allAgreeOnWhoIsFirst() throws InterruptedException {
        Member one = clusters.join(0);
        Member two = clusters.join(1);
        List<String> keys = IntStream.range(0, 300).mapToObj(i -> "server " + i).toList();
        eventually(
                "they agree",
                () -> keys.stream().allMatch(key -> first(one, key).equals(first(two, key))));

        long ones =
                keys.stream().filter(key -> first(one, key).equals(one.name())).count();
        assertThat(ones).isBetween(75L, 225L);
        two.link().leave().block(Clusters.LONG);
        eventually("one is alone", () -> one.heard().now().names().equals(List.of(one.name())));
        assertThat(keys).allMatch(key -> first(one, key).equals(one.name()));
    }

    @Test
    void meetingsThatAreTheSameStayTheSameMap() throws InterruptedException {
        Member one = clusters.join(0);
        Member two = clusters.join(1);

        for (int i = 1; i <= 3; i++) {
            int number = i;
            one.link().tell(Words.view("a", one.name(), number, "m1"));
            eventually("view " + number, () -> two.heard().views("a").size() == number);
        }

        List<Map<String, FleetMeeting>> meetings = two.heard().views("a").stream()
                .map(view -> view.report().server().meetings())
                .toList();
        assertThat(meetings.get(1)).isSameAs(meetings.get(0));
        assertThat(meetings.get(2)).isSameAs(meetings.get(0));
        assertThat(two.heard().views("a"))
                .extracting(view -> view.report().server().poll().number())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aViewWhoseMeetingsAreTheSameIsToldWithoutThem() throws Exception {
        Member one = clusters.join(0);
        Member two = clusters.join(1);
        SentBytes sent = new SentBytes();
        one.channel().getProtocolStack().insertProtocol(sent, ProtocolStack.Position.ABOVE, TP.class);
        String[] ids = IntStream.range(0, 500)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toArray(String[]::new);

        one.link().tell(Words.view("a", one.name(), 1, ids));
        eventually("the first view", () -> two.heard().views("a").size() == 1);
        long whole = sent.bytes();
        for (int i = 2; i <= 11; i++) {
            int number = i;
            one.link().tell(Words.view("a", one.name(), number, ids));
            eventually("view " + number, () -> two.heard().views("a").size() == number);
        }

        assertThat(whole).isGreaterThan(15_000);
        assertThat(sent.bytes() - whole).isLessThan(2 * whole); // once more after the join, not ten times
    }

    @Test
    void whatWasToldBeforeLeavingIsHeard() throws InterruptedException {
        Member one = clusters.join(0);
        Member two = clusters.join(1);
        ClusterWord.Member leaving = new ClusterWord.Member(two.name(), Set.of(), true);
        eventually("two is there", () -> one.heard().now().names().contains(two.name()));

        two.link().tell(leaving);
        two.link().tell(new ClusterWord.Marks("a", false, true, false, 1, two.name()));
        two.link().leave().block(Clusters.LONG);

        eventually(
                "all is heard",
                () -> one.heard().words.size() == 2 && one.heard().words.contains(leaving));
        Member three = clusters.join(2);
        assertThat(three.heard().words).containsExactly(new ClusterWord.Marks("a", false, true, false, 1, two.name()));
    }

    @Test
    void theNewestOfAKeyIsHeardLast() throws InterruptedException {
        Member one = clusters.join(0);
        Member two = clusters.join(1);
        for (int i = 1; i <= 5_000; i++) {
            one.link().tell(Words.view("a", one.name(), i, "m" + i));
        }
        eventually("the newest", () -> !two.heard().views("a").isEmpty() && number(two) == 5_000);
        assertThat(two.heard().views("a"))
                .extracting(view -> view.report().server().poll().number())
                .isSorted();
    }

    @Test
    void noWordOfAnotherStopsTheHearing() throws InterruptedException {
        Member one = clusters.join(0);
        Member two = clusters.join(1);
        try (Logged logged = new Logged()) {
            one.put(Slot.of(Slot.HEAD, "a"), new byte[] {1, 2, 'm', 'e', 3});
            one.put(Slot.of(Slot.HEAD, "b"), new byte[0]);
            one.put("", new byte[] {1, 2, 'm', 'e', 3});
            one.put(Slot.of(Slot.MARKS, "c"), new byte[] {1, 2, 'm', 'e', 3});
            one.link().tell(Words.view("a", one.name(), 1, "m"));

            eventually("a view", () -> two.heard().views("a").size() == 1);
            eventually("a line", () -> saysUnread(logged, two));
            assertThat(logged.linesBy(two.name()))
                    .filteredOn(line -> line.contains("a word of me cannot be read"))
                    .hasSize(1);
        }
    }

    private static boolean saysUnread(Logged logged, Member member) {
        return logged.linesBy(member.name()).stream().anyMatch(line -> line.contains("a word of me cannot be read"));
    }

    private static long number(Member member) {
        List<ClusterWord.View> views = member.heard().views("a");
        return views.get(views.size() - 1).report().server().poll().number();
    }

    private static String first(Member member, String key) {
        return member.heard().now().first(key);
    }
}
