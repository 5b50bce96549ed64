// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.sign.CallSigner;
import java.util.List;
import java.util.stream.IntStream;

/** The servers of a fleet: each on a loopback address of its own, all on one port. */
public final class Addresses {
    private static final int NUMBERS = 250; // of each of the address's parts
    private static final String PATH = "/bigbluebutton";

    private Addresses() {}

    static List<BbbServer> plain(int servers, int port) {
        return IntStream.range(0, servers)
                .mapToObj(index -> server("http://" + address(index) + ":" + port + PATH))
                .toList();
    }

    /** By name, since a certificate names hosts. */
    static List<BbbServer> tls(int servers, int port) {
        return IntStream.range(0, servers)
                .mapToObj(index -> server("https://s" + index + ".bbb.example:" + port + PATH))
                .toList();
    }

    static BbbServer server(String url) {
        return BbbServer.of(url, "a-secret-of-the-benchmark");
    }

    /** Returns the signed URLs of getMeetings. */
    static List<String> urls(List<BbbServer> servers) {
        return servers.stream()
                .map(server -> CallSigner.sign(server, ApiCall.GET_MEETINGS, RequestParameters.NONE)
                        .url()
                        .reveal())
                .toList();
    }

    /**
     * Returns the loopback address of a server.
     *
     * @param index the server's, from 0 on
     * @return an address that no other index has
     */
    public static String address(int index) {
        int last = index % NUMBERS + 1;
        int third = index / NUMBERS % NUMBERS + 1;
        int second = index / NUMBERS / NUMBERS + 1;
        return "127." + second + "." + third + "." + last;
    }
}
