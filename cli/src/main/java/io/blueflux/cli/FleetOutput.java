// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;

/** Writes what a fleet answers: values as JSON, what went wrong as lines on stderr, and of a list the sums. */
final class FleetOutput {
    private final Terminal terminal;
    private final String call;
    private final String items;

    /** The items are what is counted at the end of a list; empty for what is no list. */
    FleetOutput(Terminal terminal, String call, String items) {
        this.terminal = terminal;
        this.call = call;
        this.items = items;
    }

    /** Returns the exit status: of many calls none may have failed. */
    int write(Flux<FleetAnswer> answers) {
        JsonLines lines = new JsonLines(terminal);
        AtomicLong failed = new AtomicLong();
        long all = ListOutput.write(answers, answer -> {
            if (answer.value() != null) {
                lines.write(answer.value());
            } else {
                failed.incrementAndGet();
                terminal.note(String.valueOf(answer.trouble()));
            }
        });
        if (!items.isEmpty()) {
            terminal.note("call=" + call + " " + items + "=" + (all - failed.get()) + " failed=" + failed);
        }
        return failed.get() == 0 ? ExitStatus.OK : ExitStatus.FAILED;
    }
}
