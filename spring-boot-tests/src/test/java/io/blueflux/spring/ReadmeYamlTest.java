// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** The configurations that README shows are read to the last property. */
class ReadmeYamlTest {
    private static final Pattern BLOCK = Pattern.compile("```yaml\\R(blueflux.*?)```", Pattern.DOTALL);

    @Test
    void everyPropertyIsOneThatTheStarterKnows() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        for (String block : blocks) {
            StandardEnvironment environment = new StandardEnvironment();
            environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("BBB1_SECRET", "secret")));
            for (PropertySource<?> source : new YamlPropertySourceLoader()
                    .load("README", new ByteArrayResource(block.getBytes(StandardCharsets.UTF_8)))) {
                environment.getPropertySources().addLast(source);
            }
            BluefluxProperties properties = Binder.get(environment)
                    .bindOrCreate(
                            "blueflux",
                            Bindable.of(BluefluxProperties.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
            assertThat(properties.servers()).containsKey("bbb1");
        }
    }
}
