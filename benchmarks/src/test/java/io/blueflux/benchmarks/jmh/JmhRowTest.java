// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JmhRowTest {
    private final JmhRow ours = new JmhRow("ParseBenchmark 5x10", "blueflux", 50, 60, 1_000);
    private final JmhRow peer = new JmhRow("ParseBenchmark 5x10", "woodstox", 75, 120, 12_345);

    @Test
    void timesAreRatiosAndBytesAreBytes() {
        assertThat(peer.relativeTo(ours).markdown())
                .isEqualTo("| ParseBenchmark 5x10 woodstox | 1.50 | 2.00 | 12,345 B |\n");
        assertThat(ours.relativeTo(ours).markdown()).contains("| 1.00 | 1.00 | 1,000 B |");
    }

    @Test
    void onePassOutOfTheWayDoesNotCount() {
        JmhRow slow = new JmhRow("ParseBenchmark 5x10", "woodstox", 900, 900, 99_999);
        JmhRow fast = new JmhRow("ParseBenchmark 5x10", "woodstox", 70, 110, 12_300);
        assertThat(JmhRow.median(List.of(slow, peer, fast))).isEqualTo(peer);
    }
}
