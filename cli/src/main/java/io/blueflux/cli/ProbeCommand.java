// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.CallListener;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a server is and can. */
@Command(
        name = "probe",
        description = {
            "Finds out what a server is and can: its release and balancer as far as it gives them away, the checksums "
                    + "that it takes, whether forms arrive. Prints what it found and from what, and no secret.",
            "Makes at most seven small calls and changes nothing. A server may lock out who sends it wrong checksums, "
                    + "as this does to learn which it takes.",
            "Of one server it prints a report for people, unless --output is given."
        })
final class ProbeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final EachOptions each = new EachOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    ProbeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Target target = each.target(terminal);
        if (target.one() != null && !output.isAsked()) {
            return clientOptions.with(terminal, target.one(), 1, this::report);
        }
        return new ServerRows(terminal, clientOptions, output, Column.PROFILES, "probe")
                .write(
                        target,
                        1,
                        CallListener.NONE,
                        client -> client.probe()
                                .map(ProfileJson::of)
                                .map(FleetAnswer::of)
                                .flux(),
                        count -> "");
    }

    private int report(BbbClient client) {
        ListOutput.write(
                client.probe().flux(), profile -> profile.report().lines().forEach(terminal::line));
        return ExitStatus.OK;
    }
}
