// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The call as an argument. */
final class CallName {
    @Parameters(
            paramLabel = "CALL",
            completionCandidates = Known.class,
            description = "The call's name in the API, one of: ${COMPLETION-CANDIDATES}.")
    private String name = "";

    /** Finds the call by the name that users write. */
    ApiCall call(boolean any) {
        Optional<ApiCall> known = ApiCall.values().stream()
                .filter(call -> call.toString().equals(name))
                .findFirst();
        if (known.isEmpty() && !any) {
            throw CommandException.usage("no such call: " + OneLine.of(name) + meant());
        }
        return known.orElseGet(() -> CommandException.checked(() -> ApiCall.of(name)));
    }

    private String meant() {
        if (name.equals("help")) {
            return "; did you mean --help?";
        }
        String hint = Nearest.hint(name, names());
        return (hint.isEmpty() ? "; there are " + String.join(", ", names()) : hint)
                + " (with --any it is made all the same)";
    }

    static List<String> names() {
        return ApiCall.values().stream().map(ApiCall::toString).toList();
    }

    /** The names that users write. */
    static final class Known implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }
}
