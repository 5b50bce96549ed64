// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.SimpleRequest;
import io.blueflux.sign.CallSigner;
import io.blueflux.sign.SignedCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Signed URLs. */
@Command(
        name = "url",
        description = {
            "Prints the URL of a call and sends nothing. Signed it is a credential: who has it can make the call.",
            "With --servers it is the URL by which a user joins a meeting (join), on the server that has it: the servers are "
                    + "asked where that is."
        })
final class UrlCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final CallName callName = new CallName();

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    UrlCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ApiCall apiCall = callName.call(parameters.any());
        Map<String, String> values = parameters.of(apiCall);
        RequestParameters checked = CommandException.checked(
                () -> SimpleRequest.of(apiCall, values, null).parameters());
        Target to = target.of(apiCall, terminal);
        BbbServer server = to.one();
        if (server == null) {
            return ofFleet(apiCall, values, to.all());
        }
        SignedCall signed = CommandException.checked(() -> CallSigner.sign(server, apiCall, checked));
        parameters.tell(terminal);
        return print(apiCall, signed);
    }

    private int ofFleet(ApiCall apiCall, Map<String, String> values, List<FleetServer> servers) {
        if (!apiCall.equals(ApiCall.JOIN)) {
            throw FleetRequest.ofOneServer("the URL of " + apiCall);
        }
        JoinRequest join =
                CommandException.checked(() -> FleetCalls.joining(new FleetRequest(apiCall, values, List.of())));
        return clientOptions.withFleet(terminal, servers, fleet -> {
            FleetClient client = FleetClient.of(fleet, CommandPlacement.of(fleet));
            SignedCall signed = client.joinUrl(join).blockOptional().orElseThrow();
            parameters.tell(terminal);
            return print(apiCall, signed);
        });
    }

    private int print(ApiCall apiCall, SignedCall signed) {
        String url = signed.url().reveal();
        terminal.line(url);
        if (url.length() > BbbClientBuilder.DEFAULT_URL_BUDGET) {
            terminal.note("this URL has " + url.length() + " bytes; many servers refuse more than "
                    + BbbClientBuilder.DEFAULT_URL_BUDGET);
        }
        if (apiCall.authentication() != ApiCall.Authentication.NONE) {
            terminal.note("this URL is a credential: whoever has it can make the call; it does not expire");
        }
        return ExitStatus.OK;
    }
}
