// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The call as an argument. */
final class CallName {
    @Parameters(
            paramLabel = "CALL",
            completionCandidates = Known.class,
            description = "The call's name in the API, one of: ${COMPLETION-CANDIDATES}.")
    private String name = "";

    @Option(
            names = "--any",
            description = "Take any other name too: that of a call of newer servers, or of a balancer.")
    private boolean any;

    /** Finds the call by the name that users write. */
    ApiCall call() {
        Optional<ApiCall> known = ApiCall.values().stream()
                .filter(call -> call.toString().equals(name))
                .findFirst();
        if (known.isEmpty() && !any) {
            throw CommandException.usage("no such call: " + name + "; there are " + String.join(", ", new Known()));
        }
        return known.orElseGet(() -> CommandException.checked(() -> ApiCall.of(name)));
    }

    /** The names that users write. */
    static final class Known implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ApiCall.values().stream().map(ApiCall::toString).iterator();
        }
    }
}
