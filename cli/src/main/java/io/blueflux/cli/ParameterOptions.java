// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The call's parameters as options. */
final class ParameterOptions {
    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the call, by its name in the API. Repeat it for further ones.")
    private List<String> pairs = List.of();

    @Option(
            names = "--any",
            description = "Take any other names too: of a call or parameters of newer servers, or of a balancer.")
    private boolean any;

    private List<String> notes = List.of();

    boolean any() {
        return any;
    }

    /** Returns values by wire name, in the order given, for a call that may not know them all. */
    Map<String, String> of(ApiCall call) {
        Map<String, String> values = asMap();
        notes = any ? List.of() : new ParameterNames(call).notes(values.keySet());
        return values;
    }

    /** Says once what is unknown and sent all the same, where it is about to be. */
    synchronized void tell(Terminal terminal) {
        notes.forEach(terminal::note);
        notes = List.of();
    }

    private Map<String, String> asMap() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw CommandException.usage("a parameter is written -p NAME=VALUE");
            }
            String name = pair.substring(0, equals);
            if (values.put(name, pair.substring(equals + 1)) != null) {
                throw CommandException.usage("the parameter " + name + " is given twice");
            }
        }
        return values;
    }
}
