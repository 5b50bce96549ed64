// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerReport;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/** Runs a fleet and writes what it does. */
final class PollOutput {
    private static final Duration FRAME = Duration.ofSeconds(1);

    private final Terminal terminal;
    private final BbbFleet fleet;
    private final PollTally tally;

    PollOutput(Terminal terminal, BbbFleet fleet, PollTally tally) {
        this.terminal = terminal;
        this.fleet = fleet;
        this.tally = tally;
    }

    /** Shows a table each second, until the thread is interrupted or the reader has gone. */
    void watch() {
        LiveTable table = new LiveTable(terminal);
        fleet.start();
        ListOutput.write(fleet.snapshots(FRAME), snapshot -> {
            ScreenSize place = place();
            table.draw(FleetTable.lines(snapshot, tally, place), place);
        });
    }

    /** Writes each change, until the thread is interrupted or the reader has gone. */
    void events(OutputFormat format) {
        fleet.start();
        rows(format, Column.EVENTS, fleet.events(), FleetJson::event);
    }

    /** Writes each finished poll, until the thread is interrupted or the reader has gone. */
    void reports(OutputFormat format) {
        fleet.start();
        rows(format, Column.REPORTS, fleet.reports(), FleetJson::report);
    }

    /** Writes one poll of each server, or a table of all at the end. */
    void once(OutputFormat format) {
        Flux<ServerReport> reports = PollOnce.reports(fleet).doOnNext(tally::add);
        if (format == OutputFormat.TABLE) {
            reports.blockLast();
            FleetSnapshot all = fleet.snapshot();
            ScreenSize place = new ScreenSize(Integer.MAX_VALUE, place().columns());
            FleetTable.lines(all, tally, place).forEach(terminal::line);
        } else {
            rows(format, Column.REPORTS, reports, FleetJson::report);
        }
    }

    private <T> void rows(OutputFormat format, List<Column> columns, Flux<T> values, Function<T, JsonObject> shape) {
        RowOutput rows = RowOutput.of(format, columns, terminal);
        ListOutput.write(values, value -> rows.write(shape.apply(value)));
        rows.end();
    }

    private ScreenSize place() {
        return terminal.interactive() ? ScreenSize.now().withoutLastRow() : ScreenSize.ENDLESS;
    }
}
