// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit.spring;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SimulatorProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives a context a simulator. Part of the key of Spring's cache of contexts, so equal if it does the same. */
record SimulatorCustomizer(int servers, List<String> names, SimulatorProfile profile) implements ContextCustomizer {
    private static final String SIMULATOR = "bbbSimulator";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
        BbbSimulator simulator = BbbSimulator.builder()
                .servers(names.isEmpty() ? servers : names.size())
                .profile(profile)
                .separatePorts()
                .build()
                .start();
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton(SIMULATOR, simulator);
        // what is destroyed last is what came first
        beans.registerDisposableBean(SIMULATOR, simulator::close);
        if (simulator.servers().size() == 1) {
            beans.registerSingleton("simulatedServer", simulator.server(0));
        }
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        ServicesServers.hide(sources);
        sources.addFirst(new MapPropertySource(SIMULATOR, properties(simulator)));
    }

    private Map<String, Object> properties(BbbSimulator simulator) {
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < simulator.servers().size(); i++) {
            SimulatedServer server = simulator.server(i);
            String entry = "blueflux.servers[" + (names.isEmpty() ? server.name() : names.get(i)) + "]";
            properties.put(entry + ".url", server.url());
            properties.put(entry + ".secret", server.secretText());
        }
        return properties;
    }
}
