// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link BbbSimulatorTest}; named in {@code META-INF/spring.factories}. */
final class SimulatorCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        BbbSimulatorTest asked = TestContextAnnotationUtils.findMergedAnnotation(testClass, BbbSimulatorTest.class);
        return asked == null ? null : new SimulatorCustomizer(asked.servers(), List.of(asked.names()), asked.profile());
    }
}
