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
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Target target = new Target();

    /** One of the two; picocli sees to that. */
    static final class Target {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable ServerOptions server;

        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable FleetOptions fleet;
    }

    /** Returns the one server for a call, with its secret if the call is signed; null if it goes to a list. */
    @Nullable
    BbbServer serverFor(ApiCall call, Terminal terminal) {
        if (target.server != null) {
            return target.server.serverFor(call, terminal);
        }
        return target.fleet == null ? null : target.fleet.one();
    }

    /** Returns the list. */
    List<FleetServer> members() {
        return target.fleet == null ? List.of() : target.fleet.members();
    }
}
