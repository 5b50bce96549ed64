// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a list of servers, or one of it. */
final class FleetOptions extends ServerListOptions {
    private static final String SERVER = "--server";

    @Option(
            names = SERVER,
            paramLabel = "NAME",
            description = "The one server of the list that is meant. Without it the list is one BBB.")
    private @Nullable String server;

    /** Returns the server that is meant; null for the list as one. */
    @Nullable
    BbbServer one() {
        String name = server;
        if (name == null) {
            return null;
        }
        List<BbbServer> all = servers(read());
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandException.usage(SERVER + ": the list has no server " + OneLine.of(name)
                        + Nearest.hint(name, all.stream().map(BbbServer::name).toList())));
    }

    /** Returns all servers. */
    List<FleetServer> members() {
        return read();
    }
}
