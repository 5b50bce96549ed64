// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import java.io.InputStream;
import java.net.URI;
import reactor.core.publisher.Mono;

/** The JDK's HttpURLConnection. */
final class UrlConnectionPeer implements Peer {
    @Override
    public Mono<Long> drain(String url) {
        return Blocking.call(() -> {
            try (InputStream body = URI.create(url).toURL().openStream()) {
                return Blocking.count(body);
            }
        });
    }
}
