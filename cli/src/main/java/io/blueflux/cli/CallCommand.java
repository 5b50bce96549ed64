// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.SimpleRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One call. */
@Command(
        name = "call",
        description = {
            "Makes one call and prints the answer as JSON: one object, or for a list one object a line as they arrive.",
            "The totals of lists and all errors go to stderr."
        })
final class CallCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "CALL",
            description = "The call's name in the API, for example getMeetings, hooks/list, or version.")
    private String call = "";

    @Option(
            names = "--any",
            description = "Make the call even if Blueflux does not know it; its answer is shown whatever it is.")
    private boolean any;

    @Mixin
    private final ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @ArgGroup(exclusive = false)
    private @Nullable BodyOptions body;

    @Option(
            names = "--cookie-file",
            paramLabel = "FILE",
            description = "Send this file's text as the cookie, for getJoinUrl and learningDashboard.")
    private @Nullable Path cookieFile;

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    CallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ApiCall apiCall = any ? CommandException.checked(() -> ApiCall.of(call)) : CallRow.call(call);
        Map<String, String> values = parameters.asMap();
        if (apiCall.equals(ApiCall.JOIN)) {
            throw notJoin(values);
        }
        SimpleRequest request = CommandException.checked(() -> request(apiCall, values));
        BbbServer server = serverOptions.serverFor(apiCall, terminal);
        return clientOptions.with(server, 1, client -> run(client, CallRow.of(apiCall), request));
    }

    private SimpleRequest request(ApiCall apiCall, Map<String, String> values) {
        SimpleRequest request = SimpleRequest.of(apiCall, values, body == null ? null : body.body());
        return cookieFile == null ? request : request.withCookie(OptionFile.text("cookie", cookieFile));
    }

    private <T> int run(BbbClient client, CallRow<T> row, SimpleRequest request) {
        JsonLines lines = new JsonLines(terminal);
        long count = ListOutput.write(
                client.call(row.endpoint(), request),
                value -> lines.write(row.shape().apply(value)));
        if (!row.items().isEmpty()) {
            String site = ErrorLine.site(call, client.server().name());
            terminal.note(site + " " + row.items() + "=" + count);
        }
        return ExitStatus.OK;
    }

    private static CommandException notJoin(Map<String, String> values) {
        return CommandException.usage(
                "false".equals(values.get("redirect"))
                        ? "join with redirect=false is not supported yet; it comes with the next release"
                        : "join is for a browser: use `blueflux url join`, or give -p redirect=false");
    }
}
