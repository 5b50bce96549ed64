// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.ClusterWord;
import io.blueflux.fleet.infinispan.Clusters.Member;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgroups.JChannel;
import org.jgroups.protocols.DISCARD;
import org.jgroups.protocols.TP;
import org.jgroups.stack.ProtocolStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LostMemberIT {
    private static final List<String> KEYS =
            IntStream.range(0, 100).mapToObj(i -> "server " + i).toList();

    /** Parts may look for each other for eight seconds before they begin, and begin again five later. */
    private static final Duration MERGE = Duration.ofSeconds(30);

    private final Clusters clusters = new Clusters(3);

    @AfterEach
    void leave() {
        clusters.close();
    }

    @Test
    void whoIsKilledIsMissed() throws Exception {
        Member one = clusters.join(0);
        Member two = clusters.join(1);
        Process child = child();
        try {
            String name = nameOf(child);
            eventually(
                    "all are there",
                    () -> one.heard().now().names().contains(name)
                            && two.heard().now().names().contains(name));
            child.destroyForcibly();
            eventually("the killed one is missed", () -> !hasPlaces(one, name) && !hasPlaces(two, name));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void whoIsFrozenIsMissedAndComesBack() throws Exception {
        Member one = clusters.join(0);
        Process child = child();
        try {
            String name = nameOf(child);
            eventually("it is there", () -> one.heard().now().names().contains(name));
            signal(child, "STOP");
            eventually("the frozen one is missed", () -> !hasPlaces(one, name));
            signal(child, "CONT");
            eventually("it is back", MERGE, () -> hasPlaces(one, name));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void partsOfANetworkGoOnAndHearAllWhenItIsWhole() throws Exception {
        Member one = clusters.join(0);
        Member two = clusters.join(1);
        Member three = clusters.join(2);
        eventually(
                "three",
                () -> List.of(one, two, three).stream()
                        .allMatch(member -> member.heard().now().names().size() == 3));
        DISCARD cut = cut(three.channel());
        cut.discardAll(true);
        eventually(
                "two and one",
                () -> one.heard().now().names().size() == 2
                        && three.heard().now().names().equals(List.of(three.name())));
        three.link().tell(new ClusterWord.Marks("a", true, false, false, 1, three.name()));
        one.link().tell(new ClusterWord.Marks("b", true, false, false, 1, one.name()));
        one.link().tell(Words.view("c", one.name(), 1, "m"));
        eventually("two heard it", () -> two.heard().views("c").size() == 1);

        cut.discardAll(false);
        eventually("three again", MERGE, () -> three.heard().now().names().size() == 3);
        eventually(
                "all have all marks",
                () -> marks(three).equals(Set.of("b"))
                        && marks(one).equals(Set.of("a"))
                        && marks(two).equals(Set.of("a", "b")));
        eventually("and the view", () -> !three.heard().views("c").isEmpty());
        eventually(
                "they agree",
                () -> KEYS.stream()
                        .allMatch(key -> first(one, key).equals(first(three, key))
                                && first(two, key).equals(first(three, key))));
    }

    private static Set<String> marks(Member member) {
        return Set.copyOf(member.heard()
                .all(ClusterWord.Marks.class)
                .map(ClusterWord.Marks::key)
                .collect(Collectors.toSet()));
    }

    private static DISCARD cut(JChannel channel) throws Exception {
        DISCARD cut = new DISCARD();
        cut.setAddress(channel.getAddress());
        channel.getProtocolStack().insertProtocol(cut, ProtocolStack.Position.ABOVE, TP.class);
        return cut;
    }

    private static boolean hasPlaces(Member member, String name) {
        return member.heard().now().names().contains(name)
                || KEYS.stream().anyMatch(key -> first(member, key).equals(name));
    }

    private static String first(Member member, String key) {
        return member.heard().now().first(key);
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx96m",
                        ChildMember.class.getName(),
                        String.valueOf(clusters.port(2)),
                        String.valueOf(clusters.port(0)),
                        String.valueOf(clusters.port(1)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String nameOf(Process child) throws IOException {
        BufferedReader lines = child.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith("child-")) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
        return line;
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
