// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.handler.codec.http.HttpMethod;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

/**
 * An HTTP client and what it was made from. Clients that are set alike and follow one another, as those of a fleet do, share
 * one: it takes a kilobyte.
 */
final class WireClient {
    private static volatile WeakReference<@Nullable WireClient> last = new WeakReference<>(null);

    private final ClientSettings.Http source;
    private final HttpClient http;
    private final HttpClient.RequestSender get;

    private WireClient(ClientSettings.Http source, HttpClient http) {
        this.source = source;
        this.http = http;
        this.get = http.request(HttpMethod.GET);
    }

    /** Returns the last one, if its source is the same; else makes one. */
    static WireClient of(ClientSettings.Http source) {
        WireClient known = last.get();
        if (known != null && known.source.equals(source)) {
            return known;
        }
        WireClient made = new WireClient(source, WireSetup.client(source));
        last = new WeakReference<>(made);
        return made;
    }

    HttpClient http() {
        return http;
    }

    /** Returns what sends a GET, made once for all calls. */
    HttpClient.RequestSender get() {
        return get;
    }
}
