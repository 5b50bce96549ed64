// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.fleet.infinispan.Clusters.Member;
import io.blueflux.fleet.placement.PlacementClaims;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class ClusterJoinIT {
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final Clusters clusters = new Clusters(3);

    @AfterEach
    void leave() {
        clusters.close();
    }

    @Test
    void oneOfAnotherFormatStaysOut() throws InterruptedException {
        Member one = clusters.join(0);

        assertThatThrownBy(() -> clusters.join(clusters.cluster(1).format(99)))
                .hasMessageContaining("format 1")
                .hasMessageContaining("stays out");

        eventually("alone again", () -> one.heard().now().names().equals(List.of(one.name())));
        Member two = clusters.join(2);
        two.link().tell(Words.view("a", two.name(), 1));
        eventually("a view", () -> one.heard().views("a").size() == 1);
    }

    @Test
    void membersAreFoundByAResolverOfOnesOwn() {
        List<String> asked = new CopyOnWriteArrayList<>();
        ClusterDiscovery discovery = ClusterDiscovery.dns("fleet.example", clusters.port(0), name -> {
            asked.add(name);
            return List.of("127.0.0.1", "127.0.0.1:" + clusters.port(1));
        });
        Member one = clusters.join(InfinispanCluster.embedded("dns", discovery).bind("127.0.0.1", clusters.port(0)));
        Member two = clusters.join(InfinispanCluster.embedded("dns", discovery).bind("127.0.0.1", clusters.port(1)));

        assertThat(asked).isNotEmpty().containsOnly("fleet.example");
        assertThat(two.heard().now().names()).containsExactlyInAnyOrder(one.name(), two.name());
    }

    @Test
    void ofThreeWhoClaimAtOnceOneWins() {
        List<PlacementClaims> claims = List.of(
                clusters.join(0).cluster().claims(),
                clusters.join(1).cluster().claims(),
                clusters.join(2).cluster().claims());

        Set<String> winners = Flux.range(0, 3)
                .flatMap(i -> claims.get(i).claim("meeting", "server " + i, CLAIM), 3)
                .collect(Collectors.toSet())
                .block(Clusters.LONG);

        assertThat(winners).hasSize(1);
    }

    @Test
    void aClaimEnds() throws InterruptedException {
        PlacementClaims claims = clusters.join(0).cluster().claims();
        assertThat(claims.claim("meeting", "a", Duration.ofMillis(200)).block(Clusters.LONG))
                .isEqualTo("a");
        eventually(
                "b has it", () -> "b".equals(claims.claim("meeting", "b", CLAIM).block(Clusters.LONG)));
    }

    @Test
    void nothingIsClaimedOutsideOfACluster() {
        Member one = clusters.join(0);
        PlacementClaims claims = one.cluster().claims();
        one.link().leave().block(Clusters.LONG);

        assertThatThrownBy(() -> claims.claim("meeting", "a", CLAIM).block(Clusters.LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not joined");
    }

    @Test
    void whoLeavesLeavesNothing() throws IOException, InterruptedException {
        clusters.join(1);
        Member one = clusters.join(0);
        one.link().leave().block(Clusters.LONG);
        one.link().leave().block(Clusters.LONG);

        eventually("no thread", () -> threads().stream().noneMatch(thread -> thread.contains(one.name())));
        new ServerSocket(clusters.port(0), 1, InetAddress.getLoopbackAddress()).close();
        assertThat(one.cluster()
                        .join(new Recorder())
                        .flatMap(link -> link.leave().thenReturn("again")))
                .extracting(again -> again.block(Clusters.LONG))
                .isEqualTo("again");
    }

    @Test
    void aCacheManagerOfOnesOwnIsNotStopped() throws IOException, InterruptedException {
        Member one = clusters.join(0);
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        GridSettings settings = new GridSettings(
                "test", clusters.discovery(), "127.0.0.1", clusters.port(1), null, null, channel -> {});
        global.transport().clusterName("test").addProperty("channelConfigurator", new GridChannel(settings, null));
        try (DefaultCacheManager manager = new DefaultCacheManager(global.build())) {
            Recorder heard = new Recorder();
            var link = Objects.requireNonNull(
                    InfinispanCluster.of(manager).join(heard).block(Clusters.LONG));
            one.link().tell(Words.view("a", one.name(), 1, "m"));
            eventually("a view", () -> heard.views("a").size() == 1);

            link.leave().block(Clusters.LONG);

            assertThat(manager.getStatus().allowInvocations()).isTrue();
            assertThat(manager.isRunning("blueflux-words")).isFalse();
            eventually("one is alone", () -> one.heard().now().names().equals(List.of(one.name())));
        }
    }

    private static Set<String> threads() {
        Set<String> names = new HashSet<>();
        Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
        return names;
    }
}
