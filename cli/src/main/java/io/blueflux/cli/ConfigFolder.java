// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.cli.Terminal.Variables;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where users keep their settings, by the XDG rules. */
final class ConfigFolder {
    private static final String BASE = "XDG_CONFIG_HOME";
    private static final Path SERVERS = Path.of("blueflux", "servers.yaml");

    /** The place in words that hold for every user. */
    static final String SHOWN = "$" + BASE + "/" + SERVERS + " (~/.config/" + SERVERS + ")";

    private ConfigFolder() {}

    /** Returns the list of servers that is used where none is named; null if there is none. */
    static @Nullable Path servers(Variables environment) {
        Path base = base(environment);
        Path list = base == null ? null : base.resolve(SERVERS);
        return list != null && Files.exists(list) ? list : null;
    }

    /** A base that is not absolute is to be ignored. */
    private static @Nullable Path base(Variables environment) {
        Path base = absolute(environment.get(BASE));
        Path home = absolute(environment.get("HOME"));
        return base != null || home == null ? base : home.resolve(".config");
    }

    private static @Nullable Path absolute(@Nullable String variable) {
        if (variable == null || variable.isEmpty()) {
            return null;
        }
        Path path = CommandException.checked(() -> PathConverter.path(variable));
        return path.isAbsolute() ? path : null;
    }
}
