// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queries of a dashboard, with its variables replaced as Grafana does. */
final class Dashboards {
    /** Grafana's: four scrapes, of which there is one a second here. */
    private static final String RATE_INTERVAL = "4s";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

    private final String name;
    private final JsonNode board;
    private final Map<String, String> values = new HashMap<>();

    private Dashboards(Path file, JsonNode board) {
        this.name = String.valueOf(file.getFileName());
        this.board = board;
    }

    /** What a variable is chosen from: the values of a label. */
    record Choice(Query query, String label) {}

    /** Reads one; of variables of which all may be chosen, all are. */
    static Dashboards read(Path file, Map<String, String> chosen) throws IOException {
        Dashboards read = new Dashboards(file, JSON.readTree(Files.readString(file)));
        read.values.put("__rate_interval", RATE_INTERVAL);
        for (JsonNode variable : read.variables()) {
            String its = variable.path("name").asString();
            read.values.put(
                    its,
                    variable.path("includeAll").asBoolean(false)
                            ? variable.path("allValue").asString()
                            : chosen.getOrDefault(its, ""));
        }
        return read;
    }

    List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : panels(board)) {
            for (JsonNode target : panel.path("targets")) {
                String place = name + ", " + panel.path("title").asString() + ", "
                        + target.path("refId").asString();
                queries.add(new Query(place, replaced(target.path("expr").asString())));
            }
        }
        return queries;
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode variable : variables()) {
            if (variable.path("type").asString().equals("query")) {
                Matcher query = LABEL_VALUES.matcher(
                        replaced(variable.path("query").path("query").asString()));
                if (!query.matches()) {
                    throw new AssertionError(name + ": not understood: " + variable);
                }
                String place = name + ", variable " + variable.path("name").asString();
                choices.add(new Choice(new Query(place, query.group(1)), query.group(2)));
            }
        }
        return choices;
    }

    /** Returns all, those in collapsed rows too. */
    List<JsonNode> panels() {
        return panels(board);
    }

    private static List<JsonNode> panels(JsonNode parent) {
        return parent.path("panels")
                .valueStream()
                .flatMap(panel -> Stream.concat(Stream.of(panel), panels(panel).stream()))
                .toList();
    }

    JsonNode json() {
        return board;
    }

    private Iterable<JsonNode> variables() {
        return board.path("templating").path("list");
    }

    private String replaced(String expression) {
        String text = expression;
        for (Map.Entry<String, String> each : values.entrySet()) {
            text = text.replaceAll("\\$" + each.getKey() + "\\b", Matcher.quoteReplacement(each.getValue()));
        }
        if (text.contains("$")) {
            throw new AssertionError(name + " uses a variable that it has not: " + text);
        }
        return text;
    }
}
