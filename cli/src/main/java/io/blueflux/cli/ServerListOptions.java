// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that names a list of servers. */
class ServerListOptions {
    @Option(
            names = "--servers",
            required = true,
            paramLabel = "FILE",
            description = {
                "The servers in YAML: a list of entries with url, and secret or secret-file (a path beside FILE). These may be "
                        + "left out: name (host[:port]), algorithm (sha256), and for the placing of meetings weight (1), "
                        + "tags, max-meetings, max-participants, cordoned (false)."
            })
    private Path servers = Path.of("");

    /** Reads the list. */
    final List<FleetServer> read() {
        return ServerFile.read(servers);
    }

    static List<BbbServer> servers(List<FleetServer> members) {
        return members.stream().map(FleetServer::server).toList();
    }
}
