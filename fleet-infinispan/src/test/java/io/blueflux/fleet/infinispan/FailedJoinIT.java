// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.infinispan.manager.EmbeddedCacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts the threads of all")
class FailedJoinIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Clusters clusters = new Clusters(2);

    @AfterEach
    void leave() {
        clusters.close();
    }

    @Test
    void anErrorOfTheJvmEndsTheJoin() {
        InfinispanCluster cluster = clusters.cluster(0).channel(made -> {
            throw new OutOfMemoryError("unable to create native thread, for a moment");
        });
        assertThatThrownBy(() -> cluster.join(new Recorder()).block(LONG)).hasStackTraceContaining("for a moment");
    }

    /** As where the JVM gets no more threads while a member begins. */
    @Test
    void anErrorOfTheJvmOutsideOfTheGridEndsTheJoin() {
        EmbeddedCacheManager manager = (EmbeddedCacheManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EmbeddedCacheManager.class}, (proxy, method, args) -> {
                    throw new OutOfMemoryError("unable to create native thread, for a moment");
                });
        assertThatThrownBy(
                        () -> InfinispanCluster.of(manager).join(new Recorder()).block(LONG))
                .hasStackTraceContaining("for a moment");
    }

    @Test
    void aJoinThatFailsLeavesNoThread() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(clusters.port(0), 1, InetAddress.getLoopbackAddress())) {
            InfinispanCluster cluster = clusters.cluster(0);
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> cluster.join(new Recorder()).block(LONG)).isNotNull();
            List<String> before = threads();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> cluster.join(new Recorder()).block(LONG))
                        .isNotNull();
            }
            eventually("no more threads", () -> threads().size() <= before.size());
        }
        assertThat(clusters.join(0).name()).startsWith("member0");
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.startsWith("boundedElastic"))
                .sorted()
                .collect(Collectors.toList());
    }
}
