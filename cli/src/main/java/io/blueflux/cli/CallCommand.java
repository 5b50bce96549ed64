// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.SimpleRequest;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            description = "version, create, join, isMeetingRunning, end, getMeetings, getMeetingInfo, getRecordings or "
                    + "deleteRecordings.")
    private String call = "";

    @Mixin
    private final ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @ArgGroup(exclusive = false)
    private @Nullable BodyOptions body;

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    CallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ApiCall apiCall = CallRow.call(call);
        Map<String, String> values = parameters.asMap();
        SimpleRequest request =
                CommandException.checked(() -> SimpleRequest.of(apiCall, values, body == null ? null : body.body()));
        if (apiCall.equals(ApiCall.JOIN)) {
            throw notJoin(values);
        }
        BbbServer server =
                apiCall.equals(ApiCall.VERSION) ? serverOptions.serverForUnsigned(terminal) : serverOptions.server(terminal);
        return clientOptions.with(server, 1, client -> run(client, CallRow.of(apiCall), request));
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
