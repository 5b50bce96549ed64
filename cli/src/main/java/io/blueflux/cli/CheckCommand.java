// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.cli.Terminal.ReaderGoneException;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.ServerReport;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.reactor.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A check by the rules of Nagios' plugins. */
@Command(
        name = "check",
        description = {
            "Asks a server, or each of a list, for its meetings once, and prints one line with performance data for Nagios, Icinga "
                    + "and their like. A server that fails, or takes longer than --timeout, is unhealthy.",
            "Times hold what a program takes that has just started."
        },
        exitCodeList = {"  0:OK", "  1:WARNING", "  2:CRITICAL", "  3:UNKNOWN, as for wrong usage"})
final class CheckCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Terminal terminal;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Option(
            names = "--warning",
            paramLabel = "N",
            converter = NumberConverter.Threshold.class,
            description = "WARNING if more servers than this are unhealthy; 0 by default.")
    private int warning;

    @Option(
            names = "--critical",
            paramLabel = "N",
            converter = NumberConverter.Threshold.class,
            description = "CRITICAL if more servers than this are unhealthy; by default if all are.")
    private @Nullable Integer critical;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "The longest that a server may take, for example 500ms or 5s; 10s by default.")
    private Duration timeout = LONGEST;

    @Mixin
    private final ProxyOptions proxyOptions = new ProxyOptions();

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Target to = target.of(ApiCall.GET_MEETINGS, terminal);
        List<FleetServer> servers = to.one() == null ? to.all() : List.of(FleetServer.of(to.one()));
        List<BbbServer> asked = ServerListOptions.servers(servers);
        UnaryOperator<BbbClientBuilder> proxies =
                proxyOptions.proxies(terminal.environment(), asked, ClientOptions.LONGEST_CONNECT);
        PollPlan plan = PollOnce.plan(PollDepth.COUNTERS).withDeadline(timeout).withVersionEvery(0);
        BbbFleet fleet = BbbFleet.builder(plan)
                .clients(builder ->
                        proxies.apply(builder).silenceTimeout(timeout).deadline(timeout))
                .listener(verbose.listener(terminal, CallListener.NONE))
                .drainTimeout(Duration.ZERO)
                .build();
        try {
            CommandException.checked(() -> {
                fleet.replaceAll(servers);
                return fleet;
            });
            List<ServerReport> reports =
                    PollOnce.reports(fleet).collectList().blockOptional().orElseThrow();
            return said(new CheckResult(reports, warning, critical == null ? servers.size() - 1 : critical));
        } finally {
            fleet.disposeLater().block();
        }
    }

    private int said(CheckResult result) {
        return said(result.line(), result.status());
    }

    /** Says why nothing is known, and returns the status. */
    int unknown(String why) {
        return said(CheckResult.unknown(why), CheckResult.Status.UNKNOWN);
    }

    private int said(String line, CheckResult.Status status) {
        try {
            terminal.line(line);
        } catch (ReaderGoneException e) {
            // the status says it too
        } catch (CommandException e) {
            terminal.note(String.valueOf(e.getMessage()));
            return CheckResult.Status.UNKNOWN.exit();
        }
        return status.exit();
    }
}
