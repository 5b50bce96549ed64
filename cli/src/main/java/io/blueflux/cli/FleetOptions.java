// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a list of servers, or one of it. */
class FleetOptions extends ServerListOptions {
    static final String SERVER = "--server";

    @Option(names = SERVER, paramLabel = "NAME", description = "The one server of the list that is meant.")
    private @Nullable String server;

    /** Returns the server that is meant; null if none is named. */
    final @Nullable BbbServer named(List<FleetServer> members) {
        String name = server;
        if (name == null) {
            return null;
        }
        List<BbbServer> all = servers(members);
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandException.usage(SERVER + ": the list has no server " + OneLine.of(name)
                        + Nearest.hint(name, all.stream().map(BbbServer::name).toList())));
    }

    @Override
    final String options() {
        return "--url URL or " + super.options();
    }
}
