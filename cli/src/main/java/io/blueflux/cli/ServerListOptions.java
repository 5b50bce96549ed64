// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a list of servers. */
class ServerListOptions {
    static final String SERVERS = "--servers";

    @Option(
            names = SERVERS,
            paramLabel = "FILE",
            description = {
                "The servers in YAML: a list of entries with url, and secret or secret-file (a path beside FILE). These may be "
                        + "left out: name (host[:port]), algorithm (sha256), and for the placing of meetings weight (1), "
                        + "tags, max-meetings, max-participants, cordoned (false).",
                "Where no server is named, the list is $XDG_CONFIG_HOME/blueflux/servers.yaml, if it is there; the folder is "
                        + "~/.config by default."
            })
    private @Nullable Path servers;

    /** Reads the list that is named, or else the user's own. */
    final List<FleetServer> read(Terminal terminal) {
        Path list = servers == null ? ConfigFolder.servers(terminal.environment()) : servers;
        if (list == null) {
            throw CommandException.usage(
                    "no server is named: give " + options() + ", or put a list at " + ConfigFolder.SHOWN);
        }
        return ServerFile.read(list);
    }

    /** Returns the options that name servers. */
    String options() {
        return SERVERS + " FILE";
    }

    static List<BbbServer> servers(List<FleetServer> members) {
        return members.stream().map(FleetServer::server).toList();
    }
}
