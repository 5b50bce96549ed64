// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.profile.ServerProfile;
import io.blueflux.reactor.BbbClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a server is and can. */
@Command(
        name = "probe",
        description = {
            "Finds out what a server is and can: its release and balancer as far as it gives them away, the checksums "
                    + "that it takes, whether forms arrive. Prints what it found and from what, and no secret.",
            "Makes at most seven small calls and changes nothing. A server may lock out who sends it wrong checksums, "
                    + "as this does to learn which it takes."
        })
final class ProbeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions serverOptions = new ServerOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    ProbeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BbbServer server = serverOptions.server(terminal);
        return clientOptions.with(terminal, server, 1, this::probe);
    }

    private int probe(BbbClient client) {
        ListOutput.write(client.probe().flux(), this::print);
        return ExitStatus.OK;
    }

    private void print(ServerProfile profile) {
        if (json) {
            new JsonLines(terminal).write(ProfileJson.of(profile));
        } else {
            profile.report().lines().forEach(terminal::line);
        }
    }
}
