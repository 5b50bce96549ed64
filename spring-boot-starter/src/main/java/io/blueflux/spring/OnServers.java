// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if there are servers: in the configuration, of a {@link ServerSource}, or of the one fleet that the application made; and
 * while a service is built ahead of time.
 */
final class OnServers extends SpringBootCondition implements ConfigurationCondition {

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("Blueflux servers");
        if (!keys(context.getEnvironment()).isEmpty()) {
            return ConditionOutcome.match(message.because("blueflux.servers has some"));
        }
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return ConditionOutcome.match(
                    message.because("the service is built ahead of time, where servers are seldom known"));
        }
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        if (beans != null && beans.getBeanNamesForType(ServerSource.class, true, false).length > 0) {
            return ConditionOutcome.match(message.foundExactly("a ServerSource"));
        }
        return beans != null && beans.getBeanNamesForType(BbbFleet.class, true, false).length == 1
                ? ConditionOutcome.match(message.foundExactly("a BbbFleet"))
                : ConditionOutcome.noMatch(message.because("blueflux.servers has none, and no bean has any"));
    }

    /** Returns the keys under {@code blueflux.servers}, be there fields of servers below them or anything else. */
    static Set<String> keys(Environment environment) {
        return Binder.get(environment)
                .bind("blueflux.servers", Bindable.mapOf(String.class, Object.class))
                .map(Map::keySet)
                .orElse(Set.of());
    }
}
