// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A list of simulated servers, as a file that commands read. */
final class ServerList {
    private final Path file;

    private ServerList(Path file) {
        this.file = file;
    }

    static ServerList of(Path folder, List<SimulatedServer> servers) throws IOException {
        return new ServerList(Files.writeString(
                folder.resolve("servers.yaml"),
                servers.stream().map(server -> entry(server, "")).collect(Collectors.joining())));
    }

    /** Adds a server, with further fields. */
    ServerList and(SimulatedServer server, String fields) throws IOException {
        Files.writeString(file, Files.readString(file) + entry(server, ", " + fields));
        return this;
    }

    private static String entry(SimulatedServer server, String fields) {
        return "- {name: %s, url: '%s', secret: '%s'%s}%n"
                .formatted(server.name(), server.url(), server.secretText(), fields);
    }

    /** Runs a command of words on the list. */
    CommandRun run(String command) {
        return CommandRun.of((command + " --servers " + file).split(" +"));
    }
}
