// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.Confidential;
import io.blueflux.cli.ConsoleSettings;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollDepth;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The console in this JVM, at a free port; one at a time, as Boot closes the JVM's event loops with it. */
final class RunningConsole implements AutoCloseable {
    /** What its tests hold, for {@link org.junit.jupiter.api.parallel.ResourceLock}. */
    static final String LOCK = "the console in this JVM";

    private final ConfigurableApplicationContext context;
    private final URI page;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningConsole(ConsoleSettings settings, String... more) {
        context = SpringConsole.start(settings, more);
        page = SpringConsole.page(context, settings);
    }

    static RunningConsole demo() {
        return of(List.of());
    }

    static RunningConsole of(List<FleetServer> servers, String... more) {
        return new RunningConsole(settings(servers, null, PollDepth.MEETINGS), more);
    }

    static RunningConsole of(ConsoleSettings settings, String... more) {
        return new RunningConsole(settings, more);
    }

    static ConsoleSettings settings(List<FleetServer> servers, @Nullable Confidential password, PollDepth depth) {
        return new ConsoleSettings(
                servers,
                InetAddress.getLoopbackAddress(),
                0,
                password,
                Duration.ofSeconds(1),
                depth,
                UnaryOperator.identity());
    }

    URI page() {
        return page;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(page.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    @Override
    public void close() {
        context.close();
    }
}
