// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.body.Document;
import io.blueflux.parameter.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is asked of a fleet: a call's parameters, each taken once, and its documents. Not thread-safe. */
final class FleetRequest {
    private final ApiCall call;
    private final Map<String, String> left;
    private final List<Document> documents;

    FleetRequest(ApiCall call, Map<String, String> values, List<Document> documents) {
        this.call = call;
        this.left = new LinkedHashMap<>(values);
        this.documents = documents;
    }

    /** Returns the error of what no fleet can do. */
    static CommandException ofOneServer(String what) {
        return CommandException.usage(what + " is for one server: name it with --server");
    }

    List<Document> documents() {
        return documents;
    }

    /** Takes a parameter that the call requires. */
    String take(Parameter parameter) {
        String value = takeIfGiven(parameter);
        if (value == null) {
            throw CommandException.usage(parameter.wireName() + " is required by " + call);
        }
        return value;
    }

    @Nullable
    String takeIfGiven(Parameter parameter) {
        return left.remove(parameter.wireName());
    }

    /** Takes a list as it is written on the wire. */
    String[] takeList(Parameter parameter) {
        return Arrays.stream(take(parameter).split(",")).map(String::strip).toArray(String[]::new);
    }

    /** Hands over all parameters that are left. */
    void takeRest(BiConsumer<String, String> taker) {
        left.forEach(taker);
        left.clear();
    }

    /** Refuses what nobody took. */
    void end() {
        if (!left.isEmpty()) {
            throw ofOneServer(
                    "the parameter " + OneLine.of(left.keySet().iterator().next()) + " of " + call);
        }
    }
}
