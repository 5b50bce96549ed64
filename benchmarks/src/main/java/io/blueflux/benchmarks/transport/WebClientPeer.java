// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import java.net.URI;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Spring's WebClient on the same reactor-netty. */
final class WebClientPeer implements Peer {
    private final WebClient client;

    WebClientPeer(HttpClient transport) {
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(transport))
                .build();
    }

    @Override
    public Mono<Long> drain(String url) {
        return client.get()
                .uri(URI.create(url))
                .retrieve()
                .bodyToFlux(DataBuffer.class)
                .reduce(0L, (count, buffer) -> {
                    long more = count + buffer.readableByteCount();
                    DataBufferUtils.release(buffer);
                    return more;
                });
    }
}
