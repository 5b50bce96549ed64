// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.error.BbbException;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.placement.NoServerException;
import io.blueflux.fleet.placement.PlacementChoice;
import io.blueflux.fleet.placement.PlacementHints;
import io.blueflux.model.ApiVersion;
import io.blueflux.request.SimpleRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a new meeting would go. */
@Command(
        name = "place",
        description = {
            "Prints the name of the server that a new meeting would be created on, and creates nothing: `blueflux call create "
                    + "--servers FILE` does. Looks at the candidates of this meeting, which are up to six of the list.",
            "Ends with 1 if no server may take the meeting."
        })
final class PlaceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "MEETING", description = "The new meeting's meetingID.")
    private String meetingId = "";

    @Mixin
    private final ServerListOptions servers = new ServerListOptions();

    @Option(
            names = "--expect",
            paramLabel = "N",
            converter = NumberConverter.Expected.class,
            description = "How many participants are expected; 20 by default, and 200 count at most.")
    private @Nullable Integer expected;

    @Option(
            names = "--on",
            paramLabel = "TAG[,TAG...]",
            description = "Only servers that have all of these tags. Repeat it for a second choice.")
    private List<String> groups = List.of();

    @Option(names = "--explain", description = "Print how each server was weighed first, as a table.")
    private boolean explain;

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    PlaceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandException.checked(() -> SimpleRequest.getMeetingInfo(meetingId));
        PlacementHints hints = CommandException.checked(this::hints);
        return clientOptions.withFleet(terminal, servers.read(terminal), fleet -> place(fleet, hints));
    }

    private PlacementHints hints() {
        PlacementHints hints = expected == null ? PlacementHints.NONE : PlacementHints.expecting(expected);
        for (String group : groups) {
            hints = hints.orOn(group.split(",", -1));
        }
        return hints;
    }

    private int place(BbbFleet fleet, PlacementHints hints) {
        PlacementChoice choice = CommandPlacement.of(fleet)
                .choose(meetingId, hints)
                .blockOptional()
                .orElseThrow();
        if (explain) {
            PlacementTable.lines(choice).forEach(terminal::line);
        }
        String server = choice.server();
        if (server == null) {
            throw new NoServerException(choice, Map.of());
        }
        List<FleetServer> all = fleet.servers();
        if (all.size() == 1 && isBalancer(fleet, all.get(0).name())) {
            terminal.note(OneLine.of(all.get(0).name()) + " is a balancer: it places meetings by itself");
        }
        terminal.line(server);
        return ExitStatus.OK;
    }

    /** BBB itself says neither. */
    private static boolean isBalancer(BbbFleet fleet, String server) {
        return fleet.client(server)
                .version()
                .map(ApiVersion::balancer)
                .map(balancer -> balancer.build() != null || balancer.info() != null)
                .onErrorReturn(BbbException.class, false)
                .blockOptional()
                .orElse(false);
    }
}
