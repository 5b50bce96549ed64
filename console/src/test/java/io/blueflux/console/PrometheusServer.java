// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A genuine Prometheus, the machine's own, that scrapes one service and evaluates rules each second. */
final class PrometheusServer implements AutoCloseable {
    /** The job's name, as in the documents. */
    static final String JOB = "blueflux";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** It chooses the port itself, and its log says which. */
    private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\" address=(\\S+)");

    private static final String CONFIGURATION = """
            global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
            rule_files: [rules.yaml]
            scrape_configs:
              - job_name: %s
                metrics_path: %s
                static_configs: [{targets: ["%s"]}]
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI api;

    private PrometheusServer(Process process, String address) {
        this.process = process;
        this.api = URI.create("http://" + address + "/api/v1/");
    }

    /** One series at one moment. */
    record Sample(Map<String, String> labels, double value) {}

    /** A rule as Prometheus read it. */
    record Rule(String alert, String expression) {}

    /** An alert that is pending or firing. */
    record Alert(String name, Map<String, String> labels, Map<String, String> annotations, String state) {}

    /** Skips the tests where a program is not there. */
    static void assumeThere(String program) {
        boolean isThere = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        assumeThat(isThere).as(program + " is not on the PATH").isTrue();
    }

    /** Starts it with a folder of its own, and waits until it answers. */
    static PrometheusServer start(Path folder, URI metrics, String rules) throws Exception {
        Files.writeString(folder.resolve("rules.yaml"), rules);
        Path configuration = Files.writeString(
                folder.resolve("prometheus.yml"),
                CONFIGURATION.formatted(JOB, metrics.getPath(), metrics.getAuthority()));
        Path log = folder.resolve("prometheus.log");
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            PrometheusServer started = new PrometheusServer(process, address(process, log));
            Patience.until(() -> "Prometheus has read its rules", PATIENCE, () -> started.isReady() ? started : null);
            return started;
        } catch (Exception | AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String address(Process process, Path log) throws Exception {
        return Patience.until(() -> "Prometheus listens", PATIENCE, () -> {
            String text = Files.readString(log);
            Matcher found = LISTENING.matcher(text);
            if (!process.isAlive()) {
                throw new AssertionError("Prometheus ended with " + process.exitValue() + ":\n" + text);
            }
            return found.find() ? found.group(1) : null;
        });
    }

    private boolean isReady() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/-/ready")).build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** Evaluates an expression now; no series is an empty list. */
    List<Sample> query(String expression) throws IOException, InterruptedException {
        JsonNode answer = ask("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        return answer.path("result")
                .valueStream()
                .map(each -> new Sample(
                        texts(each.path("metric")),
                        number(each.path("value").path(1).asString())))
                .toList();
    }

    List<Rule> rules() throws IOException, InterruptedException {
        return ask("rules")
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .map(each -> new Rule(
                        each.path("name").asString(), each.path("query").asString()))
                .toList();
    }

    List<Alert> alerts() throws IOException, InterruptedException {
        return ask("alerts")
                .path("alerts")
                .valueStream()
                .map(each -> new Alert(
                        each.path("labels").path("alertname").asString(),
                        texts(each.path("labels")),
                        texts(each.path("annotations")),
                        each.path("state").asString()))
                .toList();
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve(path)).timeout(PATIENCE).build();
        JsonNode answer =
                JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        if (!answer.path("status").asString().equals("success")) {
            throw new AssertionError(request.uri() + ": " + answer);
        }
        return answer.path("data");
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return texts;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
