// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.support.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/** The configurations that README, the guide and the other pages show are read, those of the starter to the last property. */
class ReadmeYamlTest {
    private static final Map<String, Object> GIVEN = Map.of("BBB1_SECRET", "secret", "BBB2_SECRET", "secret");

    static Stream<String> blocks() {
        return Pages.all().stream().flatMap(page -> Pages.blocks(page, "yaml").stream());
    }

    static List<String> configurations() {
        return blocks().filter(block -> block.startsWith("blueflux")).toList();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyBlockIsYaml(String block) throws IOException {
        assertThat(read(block)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void everyPropertyIsOneThatTheStarterKnows(String block) throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new MapPropertySource("test", GIVEN));
        read(block).forEach(sources::addLast);

        BluefluxProperties properties = new Binder(
                        ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources))
                .bindOrCreate(
                        "blueflux",
                        Bindable.of(BluefluxProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT));

        assertThat(properties.servers()).containsKey("bbb1");
    }

    private static List<PropertySource<?>> read(String block) throws IOException {
        return new YamlPropertySourceLoader()
                .load("page", new ByteArrayResource(block.getBytes(StandardCharsets.UTF_8)));
    }
}
