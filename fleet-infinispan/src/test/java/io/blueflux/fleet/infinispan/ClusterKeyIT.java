// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.infinispan.Clusters.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterKeyIT {
    private static final ClusterKey KEY = ClusterKey.of("one key for all of them");
    private static final ClusterKey OTHER = ClusterKey.of("another key than theirs");

    private final Clusters clusters = new Clusters(3);

    @AfterEach
    void leave() {
        clusters.close();
    }

    @Test
    void whoHasTheKeyHearsAllAndWhoHasAnotherStaysApart() throws InterruptedException {
        Member one = clusters.join(clusters.cluster(0, KEY));
        Member two = clusters.join(clusters.cluster(1, KEY));
        try (Logged logged = new Logged()) {
            Member other = clusters.join(clusters.cluster(2, OTHER));

            assertThat(other.heard().now().names()).containsExactly(other.name());
            assertThat(logged.lines().stream()
                            .filter(line -> line.contains("does not understand this one, " + other.name())))
                    .hasSizeBetween(1, 2) // by each member
                    .allMatch(line -> line.contains("its key differs"));
            String stranger = "Cluster test: 127.0.0.1:" + clusters.port(2) + " is not understood";
            assertThat(logged.lines().stream().filter(line -> line.startsWith(stranger)))
                    .hasSizeBetween(1, 2) // one of each member
                    .allMatch(line -> line.contains("key differs"));
        }

        one.link().tell(Words.view("a", one.name(), 1, "m1"));
        eventually("a view", () -> two.heard().views("a").size() == 1);
        assertThat(one.heard().now().names()).containsExactlyInAnyOrder(one.name(), two.name());
    }
}
