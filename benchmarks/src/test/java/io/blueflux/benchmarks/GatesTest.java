// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.gate.GatePlan;
import io.blueflux.benchmarks.gate.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {
    @ParameterizedTest
    @EnumSource
    void eachGateIsFoundByItsName(Part part) {
        assertThat(Gates.of(part))
                .allSatisfy(
                        plan -> assertThat(Gates.of(part, plan.name()).name()).isEqualTo(plan.name()))
                .extracting(GatePlan::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]+")); // it names files
    }
}
