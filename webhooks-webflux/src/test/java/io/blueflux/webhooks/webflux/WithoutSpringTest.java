// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On a class path without Spring the handler of reactor-netty links; the route of Spring does not. */
class WithoutSpringTest {

    @Test
    void nettyHandlerNeedsNoSpring() throws Exception {
        try (URLClassLoader loader = classPathWithoutSpring()) {
            Class<?> intake = loader.loadClass(WebhookIntake.class.getName());
            Method handler = loader.loadClass(NettyWebhooks.class.getName()).getMethod("handler", intake);

            assertThat(handler.invoke(null, newIntake(loader))).isNotNull();
            assertThatExceptionOfType(NoClassDefFoundError.class)
                    .isThrownBy(() ->
                            loader.loadClass(SpringWebhooks.class.getName()).getMethods());
        }
    }

    private static Object newIntake(ClassLoader loader) throws Exception {
        Class<?> secret = loader.loadClass("io.blueflux.SharedSecret");
        Class<?> verifier = loader.loadClass("io.blueflux.webhook.WebhookVerifier");
        Object madeSecret = secret.getMethod("of", String.class).invoke(null, "s");
        Object madeVerifier = verifier.getMethod("of", secret, String.class).invoke(null, madeSecret, "https://h/cb");
        return loader.loadClass(WebhookIntake.class.getName())
                .getMethod("of", verifier)
                .invoke(null, madeVerifier);
    }

    private static URLClassLoader classPathWithoutSpring() {
        URL[] urls = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("spring"))
                .map(WithoutSpringTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
