// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.LocatedMeeting;
import io.blueflux.fleet.MeetingSearch;
import io.blueflux.fleet.placement.MeetingUnreachableException;
import io.blueflux.request.SimpleRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Where a meeting is. */
@Command(
        name = "find",
        description = {
            "Asks all servers of a list for a meeting and prints the name of the one that has it. Waits for nobody longer than "
                    + "5 seconds, nor 2 seconds after the first answer.",
            "Ends with 1 if no server has it, and with 3 if none that answered has it; who did not answer is said on stderr."
        })
final class FindCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "MEETING", description = "The meeting's meetingID, or its internalMeetingID.")
    private String meetingId = "";

    @Mixin
    private final ServerListOptions servers = new ServerListOptions();

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    FindCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandException.checked(() -> SimpleRequest.getMeetingInfo(meetingId));
        return clientOptions.withFleet(terminal, servers.read(terminal), this::find);
    }

    private int find(BbbFleet fleet) {
        MeetingSearch search = fleet.findMeeting(meetingId).blockOptional().orElseThrow();
        LocatedMeeting found = search.found();
        if (found != null) {
            terminal.line(found.server());
            return ExitStatus.OK;
        }
        if (!search.isAbsent()) {
            throw new MeetingUnreachableException(meetingId, search.unanswered());
        }
        terminal.note("no server has the meeting " + OneLine.quoted(meetingId) + "; all have answered");
        return ExitStatus.FAILED;
    }
}
