// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A fleet, watched. */
@Command(
        name = "poll",
        description = {
            "Polls many servers, each at its own pace, until it is stopped. On a terminal it shows a live table, those that "
                    + "fail first; into a pipe it writes what changes as JSON, one event a line.",
            "At the end the sums go to stderr."
        })
final class PollCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerListOptions servers = new ServerListOptions();

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "From one poll of a server to the next, at least 500ms; 5s by default.")
    private Duration interval = Duration.ofSeconds(5);

    @Mixin
    private final DepthOptions depthOptions = new DepthOptions();

    @Mixin
    private final ProxyOptions proxyOptions = new ProxyOptions();

    @ArgGroup(exclusive = true)
    private PollOutputOptions output = new PollOutputOptions();

    PollCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<FleetServer> all = servers.read();
        PollPlan plan = CommandException.checked(
                () -> PollPlan.of(PollSchedule.every(interval)).withDepth(depthOptions.depth()));
        PollTally tally = new PollTally();
        BbbFleet fleet = BbbFleet.builder(plan)
                .clients(proxyOptions.proxies(
                        terminal.environment(), ServerListOptions.servers(all), ClientOptions.LONGEST_CONNECT))
                .task(polled -> polled.reports().doOnNext(tally::add))
                .drainTimeout(Duration.ZERO) // who stops a poll waits for no server
                .build();
        CommandException.checked(() -> {
            fleet.replaceAll(all);
            return fleet;
        });
        PollOutput shown = new PollOutput(terminal, fleet, tally);
        return Interruption.during(() -> shown.write(output.kind(terminal)), () -> end(fleet, tally));
    }

    private void end(BbbFleet fleet, PollTally tally) {
        terminal.note(tally.summary(fleet.snapshot()));
        fleet.disposeLater().block();
    }
}
