// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.gate.Pace;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
    @Test
    void whatIsNeededIsSaid() {
        assertThat(OpenFiles.sentence(16_000, 20_000)).isEqualTo("scale needs `ulimit -n` to be 16000 or more.");
        assertThat(OpenFiles.sentence(16_000, 16_000)).isEqualTo("scale needs `ulimit -n` to be 16000 or more.");
    }

    @Test
    void thatThereIsLessIsSaid() {
        assertThat(OpenFiles.sentence(16_000, 1_024))
                .isEqualTo("scale needs `ulimit -n` to be 16000 or more, and it is 1024.");
    }

    @Test
    void eachServerHasAConnection() {
        assertThat(OpenFiles.needed(Pace.QUICK)).isEqualTo(6_000);
        assertThat(OpenFiles.needed(Pace.FULL)).isEqualTo(16_000);
    }
}
