// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;

/** Which headers of a request go to whom. */
final class WireHeaders {
    private static final Set<String> FOR_ANYBODY = Set.of("accept", "accept-encoding", "user-agent");

    /** And what the transport adds. */
    private static final Set<String> OF_THE_WIRE = Set.of(
            "accept",
            "accept-encoding",
            "user-agent",
            "host",
            "connection",
            "content-length",
            "upgrade",
            "http2-settings");

    private static final String OF_HTTP2 = "x-http2-";

    private WireHeaders() {}

    /** Keeps what a server may see that another one named: nothing that was meant for ours. */
    static HttpHeaders forAnybody(HttpHeaders headers) {
        return kept(headers, FOR_ANYBODY);
    }

    /** Takes off what a given client adds at the last moment. */
    static void keepTheWires(HttpHeaders headers) {
        kept(headers, OF_THE_WIRE);
    }

    private static HttpHeaders kept(HttpHeaders headers, Set<String> kept) {
        headers.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !kept.contains(name) && !name.startsWith(OF_HTTP2))
                .forEach(headers::remove);
        return headers;
    }
}
