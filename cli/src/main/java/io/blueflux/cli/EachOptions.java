// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whom a command asks: one server, or each of a list. */
final class EachOptions {
    private static final String ALL = "--all";

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Named named = new Named();

    /** One of the two, or the user's own list; picocli sees to that. */
    static final class Named {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable ServerOptions server;

        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable ListOptions list;
    }

    /** The options of a list. */
    static final class ListOptions extends FleetOptions {
        @Option(
                names = ALL,
                description =
                        "Ask each server of the list, 16 at once. Each row says its server; one that fails is a row with "
                                + "its error, the others go on, and the status is 1.")
        private boolean all;
    }

    Target target(Terminal terminal) {
        if (named.server != null) {
            return Target.of(named.server.server(terminal));
        }
        ListOptions list = named.list == null ? new ListOptions() : named.list;
        List<FleetServer> members = list.read(terminal);
        BbbServer one = list.named(members);
        if (one != null && list.all) {
            throw CommandException.usage(FleetOptions.SERVER + " and " + ALL + " exclude one another");
        }
        if (list.all) {
            return Target.of(members);
        }
        if (one == null && members.size() > 1) {
            throw CommandException.usage("the list has " + members.size() + " servers: name one with "
                    + FleetOptions.SERVER + ", or ask each with " + ALL);
        }
        return Target.of(one == null ? members.get(0).server() : one);
    }
}
