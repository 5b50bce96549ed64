// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import static io.blueflux.support.Eventually.eventually;

import io.blueflux.fleet.infinispan.Clusters.Member;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What those cost who are named or knock, and are no members. */
class StrangerIT {
    private static final ClusterKey KEY = ClusterKey.of("one key for all of them");
    private static final ClusterKey OTHER = ClusterKey.of("another key than they have");

    private final Clusters clusters = new Clusters(3);
    private final List<BlackHole> holes = new ArrayList<>();

    @AfterEach
    void leave() throws Exception {
        clusters.close();
        for (BlackHole hole : holes) {
            hole.close();
        }
    }

    @Test
    void membersWhoseHostsAreOffKeepNobodyApart() throws Exception {
        List<String> addresses = new ArrayList<>(List.of(at(clusters.port(0)), at(clusters.port(1))));
        for (int i = 0; i < 5; i++) {
            holes.add(new BlackHole());
            addresses.add(at(holes.get(i).port()));
        }
        ClusterDiscovery discovery = ClusterDiscovery.members(addresses);
        Member one = clusters.join(InfinispanCluster.embedded("off", discovery).bind("127.0.0.1", clusters.port(0)));
        Member two = clusters.join(InfinispanCluster.embedded("off", discovery).bind("127.0.0.1", clusters.port(1)));
        eventually("both", () -> one.heard().now().names().size() == 2);
        one.link().tell(Words.view("a", one.name(), 1, "m1"));
        eventually("a view", () -> two.heard().views("a").size() == 1);
    }

    @Test
    void whoHasAnotherKeyAndWasFirstKeepsNobodyApart() throws Exception {
        clusters.join(clusters.cluster(2, OTHER));
        Member one = clusters.join(clusters.cluster(0, KEY));
        Member two = clusters.join(clusters.cluster(1, KEY));
        one.link().tell(Words.view("a", one.name(), 1, "m1"));
        eventually("a view", () -> two.heard().views("a").size() == 1);
    }

    private static String at(int port) {
        return "127.0.0.1:" + port;
    }
}
