// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.SimpleRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

/** One call. */
@Command(
        name = "call",
        description = {
            "Makes one call and prints the answer as JSON: one object, or for a list one object a line as they arrive.",
            "create, getMeetings and getMeetingInfo print the meetings' passwords, where the server tells them: keep the output "
                    + "to those who may moderate.",
            "With --servers the call goes to whichever server of the list it belongs to, a create to the one that suits it "
                    + "best; lists are those of all servers.",
            "The totals of lists and all errors go to stderr. join prints the user's session, which is a credential; "
                    + "a browser wants `blueflux url join` instead."
        })
final class CallCommand implements Callable<Integer> {
    private static final String REDIRECT = "redirect";

    private final Terminal terminal;

    @Mixin
    private final CallName callName = new CallName();

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @Mixin
    private final BodyOptions body = new BodyOptions();

    @Option(
            names = "--cookie-file",
            paramLabel = "FILE",
            description = "For getJoinUrl and learningDashboard: send this file's text as the cookie, NAME=VALUE.")
    private @Nullable Path cookieFile;

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    CallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ApiCall call = callName.call(parameters.any());
        Map<String, String> values = values(call);
        SimpleRequest request = CommandException.checked(() -> request(call, values));
        Target to = target.of(call, terminal);
        BbbServer server = to.one();
        if (server == null) {
            return onFleet(call, CallRow.of(call), values, to.all());
        }
        return clientOptions.with(terminal, server, 1, client -> run(client, CallRow.of(call), request));
    }

    private SimpleRequest request(ApiCall call, Map<String, String> values) {
        SimpleRequest request = SimpleRequest.of(call, values, body.body(call));
        return cookieFile == null ? request : request.withCookie(OptionFile.text("cookie", cookieFile));
    }

    /** A join is answered only if it is asked not to redirect. */
    private Map<String, String> values(ApiCall call) {
        Map<String, String> values = parameters.of(call);
        if (call.equals(ApiCall.JOIN)) {
            values.putIfAbsent(REDIRECT, "false");
            if (!"false".equals(values.get(REDIRECT))) {
                throw CommandException.usage("a join that redirects is for a browser: use `blueflux url join`");
            }
        }
        return values;
    }

    private <T> int onFleet(ApiCall call, CallRow<T> row, Map<String, String> values, List<FleetServer> servers) {
        FleetCall<T> made = row.fleet();
        if (made == null) {
            throw FleetRequest.ofOneServer(call.toString());
        }
        FleetRequest request = new FleetRequest(call, values, body.documents(call));
        FleetOutput output = new FleetOutput(terminal, call.toString(), row.items());
        return clientOptions.withFleet(terminal, servers, fleet -> {
            FleetClient client = FleetClient.of(fleet, CommandPlacement.of(fleet));
            Flux<FleetAnswer> answers = CommandException.checked(() -> made.make(client, request, row.shape()));
            parameters.tell(terminal);
            return output.write(answers);
        });
    }

    private <T> int run(BbbClient client, CallRow<T> row, SimpleRequest request) {
        JsonLines lines = new JsonLines(terminal);
        Flux<T> values = CommandException.checked(() -> client.call(row.endpoint(), request));
        parameters.tell(terminal);
        long count = ListOutput.write(values, value -> lines.write(row.shape().apply(value)));
        if (!row.items().isEmpty()) {
            String site =
                    ErrorLine.site(request.call().toString(), client.server().name());
            terminal.note(site + " " + row.items() + "=" + count);
        }
        return ExitStatus.OK;
    }
}
