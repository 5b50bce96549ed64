// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.server.LoopbackServers;
import org.junit.jupiter.api.Test;

class SmallHeapIT {

    @Test
    void recordingsPassOrDoNot() throws Exception {
        try (LoopbackServers server = LoopbackServers.plain(1, 8)) {
            assertThat(new SmallHeap(server, 200, 0).read(64)).isPresent();
            assertThat(new SmallHeap(server, 200, 0).read(2)).isEmpty();
        }
    }

    @Test
    void aPaceIsKept() throws Exception {
        try (LoopbackServers server = LoopbackServers.plain(1, 8)) {
            assertThat(new SmallHeap(server, 200, 100).read(64).orElseThrow()).isLessThanOrEqualTo(100);
        }
    }
}
