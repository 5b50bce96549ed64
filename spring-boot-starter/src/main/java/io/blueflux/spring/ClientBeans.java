// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.reactor.BbbClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Makes a bean of the client of each server of the configuration, qualified by the server's name. */
final class ClientBeans implements ImportBeanDefinitionRegistrar {
    /** What stands before the server's name in that of the bean. */
    private static final String PREFIX = "bbbClient.";

    private final Environment environment;

    ClientBeans(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        Binder.get(environment)
                .bind("blueflux.servers", Bindable.mapOf(String.class, BluefluxProperties.Server.class))
                .ifBound(servers ->
                        servers.forEach((key, server) -> register(registry, ConfiguredServers.name(key, server))));
    }

    private static void register(BeanDefinitionRegistry registry, String server) {
        AbstractBeanDefinition definition = BeanDefinitionBuilder.rootBeanDefinition(BbbClient.class)
                .setFactoryMethodOnBean("client", BluefluxAutoConfiguration.CLIENTS)
                .addConstructorArgValue(server)
                .addDependsOn(BluefluxAutoConfiguration.SERVERS)
                .setDestroyMethodName(null)
                .setLazyInit(true) // a service built ahead of time may start without this server
                .getBeanDefinition();
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, server));
        if (!registry.containsBeanDefinition(
                PREFIX + server)) { // two of one name are told when the servers are checked
            registry.registerBeanDefinition(PREFIX + server, definition);
        }
    }
}
