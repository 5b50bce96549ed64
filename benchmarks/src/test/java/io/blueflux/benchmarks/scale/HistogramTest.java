// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final String TEXT = """
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:          7009         561824  [B (java.base@17.0.15)
               2:          5891         141384  java.lang.String (java.base@17.0.15)
               3:            11            264  io.blueflux.fleet.Lane
            Total         12911         703472
            """;

    @Test
    void eachClassHasItsBytes() {
        assertThat(Histogram.of(TEXT).bytes())
                .isEqualTo(Map.of("[B", 561_824L, "java.lang.String", 141_384L, "io.blueflux.fleet.Lane", 264L));
    }

    @Test
    void whatThereIsMoreIsTold() {
        Histogram before = new Histogram(Map.of("a", 10L, "b", 5L));
        Histogram after = new Histogram(Map.of("a", 12L, "c", 9L));

        assertThat(after.minus(before).bytes()).isEqualTo(Map.of("a", 2L, "b", -5L, "c", 9L));
    }

    @Test
    void whoHasMostIsFirst() {
        Histogram all = new Histogram(Map.of("a", 1L, "b", 3L, "d", 2L, "c", 2L));

        assertThat(all.top(3)).extracting(Map.Entry::getKey).containsExactly("b", "c", "d");
        assertThat(all.top(9)).hasSize(4);
    }

    @Test
    void thisJvmHasSome() throws Exception {
        assertThat(Histogram.take().bytes()).containsKey("java.lang.String");
    }
}
