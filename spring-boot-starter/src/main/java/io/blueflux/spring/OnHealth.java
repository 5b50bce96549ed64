// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches unless {@code management.health.blueflux.enabled} is false, or all are by default: Boot's own condition, which moved. */
final class OnHealth extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        boolean byDefault = environment.getProperty("management.health.defaults.enabled", Boolean.class, true);
        boolean enabled = environment.getProperty("management.health.blueflux.enabled", Boolean.class, byDefault);
        return new ConditionOutcome(enabled, "management.health.blueflux.enabled is " + enabled);
    }
}
