// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetSnapshot;
import java.time.Duration;

/** Runs a fleet and writes what it does, until the thread is interrupted or the reader has gone. */
final class PollOutput {
    private static final Duration FRAME = Duration.ofSeconds(1);

    /** What is written. */
    enum Kind {
        EVENTS,
        REPORTS,
        TABLE
    }

    private final Terminal terminal;
    private final BbbFleet fleet;
    private final PollTally tally;
    private final JsonLines json;
    private final LiveTable table;

    PollOutput(Terminal terminal, BbbFleet fleet, PollTally tally) {
        this.terminal = terminal;
        this.fleet = fleet;
        this.tally = tally;
        this.json = new JsonLines(terminal);
        this.table = new LiveTable(terminal);
    }

    void write(Kind kind) {
        fleet.start();
        switch (kind) {
            case EVENTS -> ListOutput.write(fleet.events(), event -> json.write(FleetJson.event(event)));
            case REPORTS -> ListOutput.write(fleet.reports(), report -> json.write(FleetJson.report(report)));
            case TABLE -> ListOutput.write(fleet.snapshots(FRAME), this::draw);
        }
    }

    private void draw(FleetSnapshot snapshot) {
        ScreenSize place = terminal.interactive() ? ScreenSize.now().withoutLastRow() : ScreenSize.ENDLESS;
        table.draw(FleetTable.lines(snapshot, tally, place), place);
    }
}
