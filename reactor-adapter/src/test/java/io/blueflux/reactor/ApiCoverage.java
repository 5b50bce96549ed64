// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.parameter.Parameter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the document of what is covered from the tables that the code itself goes by. */
final class ApiCoverage {
    /** Seen from the module. */
    static final Path FILE = Path.of("..", "docs", "api-coverage.md");

    static final String COMMAND =
            "mvn -Dquick -pl reactor-adapter -am -Dtest=ApiCoverageTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dblueflux.docs=write test";

    private static final String NONE = "–";
    private static final Set<ApiCall> WITH_BODY_ALWAYS =
            Set.of(ApiCall.INSERT_DOCUMENT, ApiCall.PUT_RECORDING_TEXT_TRACK);

    /** Methods of the client that are not named like their call. */
    private static final Map<ApiCall, List<String>> METHODS = Map.of(
            ApiCall.VERSION, List.of("version"),
            ApiCall.JOIN, List.of("joinUrl", "join"),
            ApiCall.GET_MEETINGS, List.of("getMeetings", "getMeetingsWithInfo"),
            ApiCall.GET_RECORDINGS, List.of("getRecordings", "getRecordingsPage", "allRecordings"),
            ApiCall.HOOKS_CREATE, List.of("hooksCreate"),
            ApiCall.HOOKS_LIST, List.of("hooksList"),
            ApiCall.HOOKS_DESTROY, List.of("hooksDestroy"),
            ApiCall.HOOKS_PING, List.of("hooksPing"));

    private final StringBuilder text = new StringBuilder();
    private final Map<ApiCall, String> answers = new HashMap<>();
    private final Map<ApiCall, Endpoint<?>> endpoints = new HashMap<>();

    private ApiCoverage() throws IllegalAccessException {
        for (Field field : Endpoints.class.getFields()) {
            if (field.get(null) instanceof Endpoint<?> endpoint) {
                String answer = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0].getTypeName();
                endpoints.putIfAbsent(endpoint.call(), endpoint);
                answers.putIfAbsent(
                        endpoint.call(), answer.replaceAll("[a-z]+\\.", "").replace('$', '.'));
            }
        }
    }

    /** Writes the file anew, when started in the repository's folder. */
    public static void main(String[] arguments) throws Exception {
        Files.writeString(Path.of("docs", "api-coverage.md"), text());
    }

    static void write() throws IOException, IllegalAccessException {
        Files.writeString(FILE, text());
    }

    static String text() throws IllegalAccessException {
        ApiCoverage coverage = new ApiCoverage();
        coverage.calls();
        ApiCall.values().forEach(coverage::parameters);
        return coverage.text.toString();
    }

    private void calls() {
        text.append("""
                # API coverage

                Generated from the catalogue of calls and the table of parameters; a test compares it with them. Not to be edited: run

                ```sh
                %s
                ```

                ## Calls

                "Since" is the BBB version that brought a call, where it is not older than the records. None of these calls is gone.
                Any other call can be made by name.

                | Call | Sent by | Authentication | Effect | Since | Answer | `BbbClient` |
                | --- | --- | --- | --- | --- | --- | --- |
                """.formatted(COMMAND));
        ApiCall.values().forEach(this::call);
    }

    private void call(ApiCall call) {
        Endpoint<?> endpoint = endpoints.get(call);
        row(
                call.equals(ApiCall.VERSION) ? "(root)" : call.wireName(),
                httpMethods(call),
                call.authentication().name().toLowerCase(Locale.ROOT),
                endpoint == null ? NONE : effect(endpoint.effect()),
                orNone(call.since()),
                code(answers.get(call)),
                clientMethods(call));
    }

    private static String httpMethods(ApiCall call) {
        if (WITH_BODY_ALWAYS.contains(call)) {
            return "POST";
        }
        return call.allowsForm() ? "GET, POST" : "GET";
    }

    private static String effect(Endpoint.Effect effect) {
        return switch (effect) {
            case READS -> "reads";
            case CHANGES_ONCE -> "changes, may be repeated";
            case CHANGES -> "changes";
        };
    }

    private static String clientMethods(ApiCall call) {
        List<String> names = METHODS.getOrDefault(call, List.of(call.wireName()));
        String found = Arrays.stream(BbbClient.class.getMethods())
                .filter(method -> names.contains(method.getName()) && !Modifier.isStatic(method.getModifiers()))
                .map(ApiCoverage::signature)
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(ApiCoverage::code)
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? NONE : found;
    }

    private static String signature(Method method) {
        return Stream.of(method.getParameters())
                .map(parameter -> parameter.getType().getSimpleName())
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private void parameters(ApiCall call) {
        List<Parameter> rows = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            if (parameter.calls().contains(call) && parameter != Parameter.CHECKSUM) {
                rows.add(parameter);
            }
        }
        if (!rows.isEmpty()) {
            text.append("\n## Parameters of ").append(call).append("\n\n");
            text.append("| Parameter | Type | Must be | Required | Since | Deprecated | Gone | Secret |\n");
            text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
            rows.forEach(parameter -> parameter(call, parameter));
        }
    }

    private void parameter(ApiCall call, Parameter parameter) {
        row(
                code(parameter.isFamily() ? parameter.wireName() + "NAME" : parameter.wireName()),
                parameter.type().name().toLowerCase(Locale.ROOT),
                parameter.rule().description(),
                parameter.requiredBy().contains(call) ? "yes" : NONE,
                orNone(parameter.since()),
                orNone(parameter.deprecated()),
                orNone(parameter.gone()),
                parameter.isSecret() ? "yes" : NONE);
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String orNone(@Nullable String cell) {
        return cell == null ? NONE : cell;
    }

    private static String code(@Nullable String cell) {
        return cell == null ? NONE : "`" + cell + "`";
    }
}
