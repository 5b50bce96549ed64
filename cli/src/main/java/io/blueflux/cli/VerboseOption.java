// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.reactor.CallListener;
import picocli.CommandLine.Option;

/** The option that shows what is sent. */
final class VerboseOption {
    @Option(
            names = "--verbose",
            description =
                    "Show on stderr what is sent, without what is secret in it, and what came of it: HTTP status, time, and "
                            + "the bytes of the answer after decompression.")
    private boolean verbose;

    /** Returns a listener that shows the calls if that is wanted, and lets another hear of those that fail. */
    CallListener listener(Terminal terminal, CallListener failures) {
        return verbose ? new VerboseCalls(terminal, failures) : failures;
    }
}
