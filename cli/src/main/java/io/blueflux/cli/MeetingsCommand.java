// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The streaming list. */
@Command(
        name = "meetings",
        description = {
            "Prints the server's meetings as JSON, one a line, as they arrive; with the passwords of each, where the server "
                    + "tells them: keep the output to those who may moderate.",
            "With --info each is what getMeetingInfo says of it, asked for while the list is still arriving."
        })
final class MeetingsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions serverOptions = new ServerOptions();

    @Option(names = "--info", description = "Ask for the info of each meeting.")
    private boolean info;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            converter = NumberConverter.Concurrency.class,
            description = "With --info: how many infos may be under way at once, 1 to 1000; 16 by default.")
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
        BbbServer server = serverOptions.server(terminal);
        if (!info) {
            return clientOptions.with(terminal, server, 1, this::list);
        }
        GoneMeetings gone = new GoneMeetings();
        return clientOptions.with(
                terminal, server, fanOut.concurrency() + 1, gone, client -> infos(client, fanOut, gone));
    }

    private FanOut fanOut() {
        int asked = concurrency == null ? FanOut.DEFAULT.concurrency() : concurrency;
        return FanOut.DEFAULT.withConcurrency(asked).withOrdered(ordered);
    }

    private int list(BbbClient client) {
        JsonLines lines = new JsonLines(terminal);
        long meetings = ListOutput.write(client.getMeetings(), meeting -> lines.write(Answers.meeting(meeting)));
        terminal.note(site(client) + " meetings=" + meetings);
        return ExitStatus.OK;
    }

    private int infos(BbbClient client, FanOut fanOut, GoneMeetings gone) {
        JsonLines lines = new JsonLines(terminal);
        AtomicLong failed = new AtomicLong();
        long answered = ListOutput.write(client.getMeetingsWithInfo(fanOut), result -> {
            if (result instanceof MeetingResult.Found found) {
                lines.write(Answers.meeting(found.info()));
            } else if (result instanceof MeetingResult.Failed failure) {
                failed.incrementAndGet();
                terminal.note(ErrorLine.of(Objects.requireNonNull(failure.error())) + " meetingID="
                        + OneLine.quoted(String.valueOf(failure.listed().meetingId())));
            }
        });
        terminal.note(site(client) + " meetings=" + (answered + gone.count()) + " infos=" + (answered - failed.get())
                + " failed=" + failed + " gone=" + gone.count());
        return failed.get() == 0 ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private static String site(BbbClient client) {
        return ErrorLine.site("getMeetings", client.server().name());
    }
}
