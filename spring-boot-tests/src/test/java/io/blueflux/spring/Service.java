// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service of the tests: Boot with all of its auto-configuration, on a port of its own. */
final class Service implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service start(Class<?> application, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0", "spring.main.banner-mode=off", "server.shutdown=graceful", "logging.level.root=WARN"));
        all.addAll(List.of(properties));
        return new Service(new SpringApplicationBuilder(application)
                .web(WebApplicationType.REACTIVE)
                .properties(all.toArray(new String[0]))
                .run());
    }

    /** Returns the properties that name the servers of a simulator: bbb1, bbb2 and so on. */
    static String[] servers(BbbSimulator simulator, String... more) {
        List<String> properties = new ArrayList<>(List.of(more));
        int number = 0;
        for (SimulatedServer server : simulator.servers()) {
            String entry = "blueflux.servers.bbb" + ++number;
            properties.add(entry + ".url=" + server.url());
            properties.add(entry + ".secret=" + server.secretText());
        }
        return properties.toArray(new String[0]);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
