// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.CallTimeoutException.Stage;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import io.netty.handler.proxy.ProxyConnectException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a proxy did rather than open a tunnel. Netty tells it in the text of one error alone: who it is, and its status. */
final class ProxyReasons {
    /** The protocol, the way of authentication, the proxy's address, the server's, and what happened. */
    private static final Pattern TOLD = Pattern.compile("(\\w+), [^,]*, (\\S+) => \\S+, (.*)", Pattern.DOTALL);

    private static final Pattern STATUS = Pattern.compile("status: (\\d{3}).*", Pattern.DOTALL);

    private ProxyReasons() {}

    static BbbException of(CallSite site, ProxyConnectException error) {
        Matcher told = TOLD.matcher(String.valueOf(error.getMessage()));
        boolean known = told.matches();
        String proxy = known ? "the proxy " + address(told.group(2)) : "the proxy";
        String what = known ? told.group(3) : "";
        Matcher status = STATUS.matcher(what);
        if (status.matches() && !status.group(1).equals("999")) { // which stands for what could not be read
            return refused(site, proxy, Integer.parseInt(status.group(1)));
        }
        if (what.equals("timeout")) {
            return new CallTimeoutException(site, Stage.CONNECT, null, null)
                    .explained(proxy + " accepted the connection and was silent");
        }
        if (what.equals("disconnected") || WireCauses.say(error, "reset")) {
            return new TransportException(
                    site, Kind.CONNECT_FAILED, proxy + " closed the connection before it opened a tunnel", null);
        }
        boolean socks = known && told.group(1).startsWith("socks");
        return new TransportException(
                site,
                Kind.PROXY_REFUSED,
                socks
                        ? proxy + " refused to open a tunnel to the server"
                        : "what answers at " + proxy + " is no HTTP proxy",
                null);
    }

    private static BbbException refused(CallSite site, String proxy, int status) {
        if (new HttpStatusException(site, status, "").isTransient()) {
            String problem = proxy + " could not reach the server, status " + status;
            return new TransportException(site, Kind.CONNECT_FAILED, problem, null);
        }
        String why = status == 407
                ? proxy + " wants a user and password, or others, status 407"
                : proxy + " refused to open a tunnel to the server, status " + status;
        return new TransportException(site, Kind.PROXY_REFUSED, why, null);
    }

    /** Returns {@code host:port} of an address as Java prints it, {@code host/ip:port} with either missing. */
    static String address(String printed) {
        int slash = printed.indexOf('/');
        int colon = printed.lastIndexOf(':');
        return slash <= 0 || colon < slash
                ? printed.substring(slash + 1)
                : printed.substring(0, slash) + printed.substring(colon);
    }
}
