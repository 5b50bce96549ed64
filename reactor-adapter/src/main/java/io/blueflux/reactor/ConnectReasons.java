// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.HostAndPort;
import java.net.NoRouteToHostException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why no connection was made, in words; the system's own word is at the end of an error's text. */
final class ConnectReasons {
    /** Netty adds the address that it tried. */
    private static final Pattern ADDRESS = Pattern.compile(".*: (\\S*/\\S+:\\d+)", Pattern.DOTALL);

    private ConnectReasons() {}

    /** Who was to be connected to: the server, or the proxy by its address. */
    static String peer(Throwable error, ClientSettings settings) {
        if (!settings.http().hasProxy()) {
            return "the server";
        }
        Matcher address = ADDRESS.matcher(String.valueOf(error.getMessage()));
        return address.matches() ? "the proxy " + ProxyReasons.address(address.group(1)) : "the proxy";
    }

    /** Whose name it was that was looked up: a client with a proxy looks up that of the proxy, or both. */
    static String named(Throwable error, ClientSettings settings) {
        boolean server = !settings.http().hasProxy()
                || WireCauses.say(
                        error, HostAndPort.of(settings.server().baseUrl()).host());
        return server ? "the server" : "the proxy";
    }

    static String of(Throwable error, WireAttempt attempt, ClientSettings settings) {
        String peer = peer(error, settings);
        if (error instanceof UnsupportedAddressTypeException) {
            return "no connection could be made: " + peer + " has an address of a family that is switched off here"
                    + " (IPv6, see java.net.preferIPv4Stack)";
        }
        boolean secure = settings.server().baseUrl().getScheme().equals("https");
        return attempt.isConnected() && secure
                ? peer
                        + " closed the connection within the TLS handshake: it is overloaded, does not want this client, or"
                        + " the port does not speak TLS"
                : "no connection could be made: " + why(error, peer);
    }

    private static String why(Throwable error, String peer) {
        if (WireCauses.say(error, "refused")) {
            return peer + " refused it; nothing listens at its port, or a firewall rejects";
        }
        if (error instanceof NoRouteToHostException || WireCauses.say(error, "unreachable")) {
            boolean six = WireCauses.say(error, "/[") || WireCauses.say(error, ": [");
            return peer + " is unreachable: no route leads there from here" + (six ? ", at least none for IPv6" : "");
        }
        if (WireCauses.say(error, "reset")) {
            return peer + " reset it at once";
        }
        if (WireCauses.say(error, "Too many open files")) {
            return "this process has too many files and connections open";
        }
        if (WireCauses.say(error, "assign requested address")) {
            return "no local port or address is left for it";
        }
        if (WireCauses.say(error, "not permitted") || WireCauses.say(error, "Permission denied")) {
            return "this machine does not permit it";
        }
        return peer + " closed it at once";
    }
}
