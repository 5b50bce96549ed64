// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;

/** Where a call goes: to one server, or to whichever of a list it belongs to. */
final class TargetOptions {
    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Named named = new Named();

    /** One of the two, or the user's own list; picocli sees to that. */
    static final class Named {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable ServerOptions server;

        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable FleetOptions fleet;
    }

    /** Finds the target of a call, with the server's secret if the call is signed. */
    Target of(ApiCall call, Terminal terminal) {
        if (named.server != null) {
            return Target.of(named.server.serverFor(call, terminal));
        }
        FleetOptions fleet = named.fleet == null ? new FleetOptions() : named.fleet;
        List<FleetServer> members = fleet.read(terminal);
        BbbServer one = fleet.named(members);
        return one == null ? Target.of(members) : Target.of(one);
    }
}
