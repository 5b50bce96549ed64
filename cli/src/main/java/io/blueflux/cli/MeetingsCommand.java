// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.reactor.CallListener;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The streaming list. */
@Command(
        name = "meetings",
        description = {
            "Prints the server's meetings as they arrive. json and jsonl hold the passwords of each, where the server tells "
                    + "them: keep the output to those who may moderate.",
            "With --info each is what getMeetingInfo says of it, asked for while the list is still arriving."
        })
final class MeetingsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final EachOptions each = new EachOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--info", description = "Ask for the info of each meeting.")
    private boolean info;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            converter = NumberConverter.Concurrency.class,
            description = "With --info: how many infos of a server may be under way at once, 1 to 1000; 16 by default.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--ordered",
            description = "With --info: keep the list's order; by default the first answer is the first line.")
    private boolean ordered;

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    MeetingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!info && (concurrency != null || ordered)) {
            throw CommandException.usage((ordered ? "--ordered" : "--concurrency") + " is for --info");
        }
        FanOut fanOut = fanOut();
        Target target = each.target(terminal);
        ServerRows rows =
                new ServerRows(terminal, clientOptions, output, Column.MEETINGS, ApiCall.GET_MEETINGS.toString());
        if (!info) {
            return rows.write(
                    target,
                    1,
                    CallListener.NONE,
                    client -> client.getMeetings().map(Answers::meeting).map(FleetAnswer::of),
                    count -> " meetings=" + count.values());
        }
        GoneMeetings gone = new GoneMeetings();
        return rows.write(
                target,
                fanOut.concurrency() + 1,
                gone,
                client -> client.getMeetingsWithInfo(fanOut).map(MeetingsCommand::answer),
                count -> " meetings=" + (count.values() + count.troubles() + gone.count()) + " infos=" + count.values()
                        + " failed=" + count.troubles() + " gone=" + gone.count());
    }

    private FanOut fanOut() {
        int asked = concurrency == null ? FanOut.DEFAULT.concurrency() : concurrency;
        return FanOut.DEFAULT.withConcurrency(asked).withOrdered(ordered);
    }

    private static FleetAnswer answer(MeetingResult result) {
        if (result instanceof MeetingResult.Failed failure) {
            return FleetAnswer.trouble(ErrorLine.of(Objects.requireNonNull(failure.error())) + " meetingID="
                    + OneLine.quoted(String.valueOf(failure.listed().meetingId())));
        }
        return FleetAnswer.of(Answers.meeting(((MeetingResult.Found) result).info()));
    }
}
