// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfinispanClusterTest {
    private static final String KEY = "sixteen characters";

    private final InfinispanCluster cluster =
            InfinispanCluster.embedded("test", ClusterDiscovery.members(List.of("10.0.0.1:7800")));

    @Test
    void withoutAKeyItBindsToLoopbackAlone() {
        cluster.bind("127.0.0.1", 0);
        cluster.bind("127.8.8.8", 7800);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.bind("10.0.0.1", 7800))
                .withMessageContaining("without a key");
        cluster.key(ClusterKey.of(KEY)).bind("10.0.0.1", 7800);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1"})
    void itBindsToNoAddressThatOthersCannotReach(String host) {
        InfinispanCluster keyed = cluster.key(ClusterKey.of(KEY));
        assertThatIllegalArgumentException().isThrownBy(() -> keyed.bind(host, 7800));
    }

    @Test
    void aShortKeyIsRefusedAndNoKeyIsPrinted(@TempDir Path folder) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterKey.of("fifteen letters"))
                .withMessageContaining("16")
                .withMessageNotContaining("fifteen");
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        ClusterKey key = ClusterKey.ofFile(file);
        assertThat(key).isEqualTo(ClusterKey.of(KEY.toCharArray()));
        assertThat(key + " " + cluster.key(key)).doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host:0", "host:65536", "a b:1", "http://host:1", "\"/>:1", "[::1]"})
    void whatIsNoHostAndPortIsRefused(String member) {
        assertThatIllegalArgumentException().isThrownBy(() -> ClusterDiscovery.members(List.of(member)));
    }

    @Test
    void hostsMayBeNamesAndAddresses() {
        assertThat(ClusterDiscovery.members(List.of("host_1.example:7800", "10.0.0.1:1", "[::1]:7800")))
                .hasToString("[host_1.example:7800, 10.0.0.1:1, [::1]:7800]");
    }

    @Test
    void namesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InfinispanCluster.embedded("a b", ClusterDiscovery.dns("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> cluster.memberName("a\"b"));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusterDiscovery.members(List.of()));
    }
}
