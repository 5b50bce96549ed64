// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The console with its demo fleet, as Prometheus sees it; in a JVM of its own, so that other tests may run beside it.
 *
 * @param metrics what is scraped
 * @param dying the server that dies and comes back
 * @param console what is closed
 */
record ServiceUnderTest(URI metrics, String dying, ConsoleProcess console) implements AutoCloseable {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)[{ ]");

    /**
     * Starts it; nothing else of these tests knows what it is.
     *
     * @param folder where what it says is kept
     */
    static ServiceUnderTest start(Path folder) throws Exception {
        ConsoleProcess console = new ConsoleProcess(folder, Map.of(), "--demo", "--port=0");
        return new ServiceUnderTest(
                console.page().resolve("actuator/prometheus"), "s" + (DemoFleet.SERVERS - 1), console);
    }

    /** Returns the names of what it exposes now. */
    Set<String> exposed() throws IOException, InterruptedException {
        HttpRequest scrape = HttpRequest.newBuilder(metrics).build();
        String answer =
                HttpClient.newHttpClient().send(scrape, BodyHandlers.ofString()).body();
        Set<String> names = new TreeSet<>();
        SAMPLE.matcher(answer).results().forEach(sample -> names.add(sample.group(1)));
        return names;
    }

    @Override
    public void close() {
        console.close();
    }
}
