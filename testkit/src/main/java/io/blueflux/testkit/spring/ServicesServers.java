// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit.spring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** The servers that a service is configured with: maps of several sources are merged, so they go by being hidden in each. */
final class ServicesServers {
    /** In any spelling that Boot binds. */
    private static final Pattern ENTRY = Pattern.compile("(?i)blueflux[._]servers([._\\[].*)?");

    private static final Set<String> OF_THE_TEST =
            Set.of(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, "Dynamic Test Properties");

    private ServicesServers() {}

    static void hide(MutablePropertySources sources) {
        for (PropertySource<?> source : sources.stream().toList()) {
            if (source instanceof EnumerablePropertySource<?> all
                    && !OF_THE_TEST.contains(source.getName())
                    && Arrays.stream(all.getPropertyNames()).anyMatch(ServicesServers::isEntry)) {
                sources.replace(source.getName(), without(all));
            }
        }
    }

    private static PropertySource<?> without(EnumerablePropertySource<?> source) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String name : source.getPropertyNames()) {
            Object value = source.getProperty(name);
            if (value != null && !isEntry(name)) {
                kept.put(name, value);
            }
        }
        return source instanceof SystemEnvironmentPropertySource
                ? new SystemEnvironmentPropertySource(source.getName(), kept)
                : new MapPropertySource(source.getName(), kept);
    }

    private static boolean isEntry(String property) {
        return ENTRY.matcher(property).matches();
    }
}
