// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.request.SimpleRequest;
import io.blueflux.sign.CallSigner;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Signed URLs. */
@Command(
        name = "url",
        description =
                "Prints the URL of a call and sends nothing. Signed it is a credential: who has it can make the call.")
final class UrlCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final CallName callName = new CallName();

    @Mixin
    private final ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    UrlCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ApiCall apiCall = callName.call(parameters.any());
        Map<String, String> values = parameters.of(apiCall, terminal);
        RequestParameters checked = CommandException.checked(
                () -> SimpleRequest.of(apiCall, values, null).parameters());
        BbbServer server = serverOptions.serverFor(apiCall, terminal);
        String url = CommandException.checked(
                () -> CallSigner.sign(server, apiCall, checked).url().reveal());
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
