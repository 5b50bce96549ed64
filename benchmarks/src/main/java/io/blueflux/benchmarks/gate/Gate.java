// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.util.List;

/** Measures, in a JVM of its own, what belongs in one JVM: ours and one peer. */
@FunctionalInterface
public interface Gate {
    /**
     * Checks that all variants give the same, then measures them.
     *
     * @param pace how long
     * @return the figures
     * @throws Exception if a variant fails or gives something else
     */
    List<Figure> measure(Pace pace) throws Exception;
}
