// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.BbbFleetBuilder;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.reactor.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A fleet, watched. */
@Command(
        name = "poll",
        description = {
            "Polls many servers, each at its own pace, until it is stopped, and writes what changes: a table is live, those "
                    + "that fail first, and the other formats have a row for each event.",
            "At the end the sums go to stderr."
        })
final class PollCommand implements Callable<Integer> {
    private static final Duration USUAL = Duration.ofSeconds(5);

    private final Terminal terminal;

    @Mixin
    private final ServerListOptions servers = new ServerListOptions();

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "From one poll of a server to the next, at least 500ms; 5s by default.")
    private @Nullable Duration interval;

    @Option(
            names = "--once",
            description = "Poll each server once, write each one's poll, and end; with 1 if one failed.")
    private boolean once;

    @Option(names = "--reports", description = "Write each finished poll, not each change.")
    private boolean reports;

    @Mixin
    private final DepthOptions depthOptions = new DepthOptions();

    @Mixin
    private final ProxyOptions proxyOptions = new ProxyOptions();

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    PollCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OutputFormat format = format();
        List<FleetServer> all = servers.read(terminal);
        PollPlan plan = CommandException.checked(this::plan);
        PollTally tally = new PollTally();
        BbbFleetBuilder builder = BbbFleet.builder(plan)
                .clients(proxyOptions.proxies(
                        terminal.environment(), ServerListOptions.servers(all), ClientOptions.LONGEST_CONNECT))
                .listener(verbose.listener(terminal, CallListener.NONE))
                .drainTimeout(Duration.ZERO); // who stops a poll waits for no server
        BbbFleet fleet =
                (once ? builder : builder.task(polled -> polled.reports().doOnNext(tally::add))).build();
        CommandException.checked(() -> {
            fleet.replaceAll(all);
            return fleet;
        });
        PollOutput shown = new PollOutput(terminal, fleet, tally);
        int status = Interruption.during(() -> write(shown, format), () -> end(fleet, tally));
        return status == ExitStatus.OK && once && tally.failures() > 0 ? ExitStatus.FAILED : status;
    }

    private OutputFormat format() {
        if (once && interval != null) {
            throw CommandException.usage("--interval is not for --once");
        }
        OutputFormat format = reports && !once && !output.isAsked() ? OutputFormat.JSONL : output.format(terminal);
        if (format == OutputFormat.JSON && !once) {
            throw CommandException.usage(OutputOptions.OUTPUT + " json is for --once: what has no end is no array");
        }
        if (format == OutputFormat.TABLE && reports && !once) {
            throw CommandException.usage("--reports is not for " + OutputOptions.OUTPUT + " table");
        }
        return format;
    }

    private PollPlan plan() {
        return once
                ? PollOnce.plan(depthOptions.depth())
                : PollPlan.of(PollSchedule.every(interval == null ? USUAL : interval))
                        .withDepth(depthOptions.depth());
    }

    private void write(PollOutput shown, OutputFormat format) {
        if (once) {
            shown.once(format);
        } else if (format == OutputFormat.TABLE) {
            shown.watch();
        } else if (reports) {
            shown.reports(format);
        } else {
            shown.events(format);
        }
    }

    private void end(BbbFleet fleet, PollTally tally) {
        terminal.note(tally.summary(fleet.snapshot()));
        fleet.disposeLater().block();
    }
}
