// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how rows are written. */
final class OutputOptions {
    static final String OUTPUT = "--output";

    @Option(
            names = OUTPUT,
            paramLabel = "FORMAT",
            converter = OutputFormat.Converter.class,
            completionCandidates = OutputOptions.Candidates.class,
            description =
                    "${COMPLETION-CANDIDATES}: json is one array, jsonl an object a line. Without it there is a table on a "
                            + "terminal, and jsonl in a pipe. Tables and csv hold the usual columns, the others all that is known.")
    private @Nullable OutputFormat format;

    /** Returns the format that was asked for, or the one that suits who reads. */
    OutputFormat format(Terminal terminal) {
        OutputFormat usual = terminal.interactive() ? OutputFormat.TABLE : OutputFormat.JSONL;
        return format == null ? usual : format;
    }

    boolean isAsked() {
        return format != null;
    }

    /** Opens where rows are written, in the format that was asked for or suits who reads. */
    RowOutput open(Terminal terminal, List<Column> columns) {
        return RowOutput.of(format(terminal), columns, terminal);
    }

    /** What a shell offers. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return OutputFormat.words().iterator();
        }
    }
}
