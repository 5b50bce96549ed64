// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import reactor.core.publisher.Mono;

/** The JDK's HttpClient, asynchronous. */
final class JdkClientPeer implements Peer {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Mono<Long> drain(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return Mono.fromFuture(() -> client.sendAsync(request, BodyHandlers.ofByteArray()))
                .map(response -> (long) response.body().length);
    }
}
