// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import reactor.core.publisher.Mono;

/** OkHttp, blocking. */
final class OkHttpPeer implements Peer {
    private final OkHttpClient client = new OkHttpClient();

    @Override
    public Mono<Long> drain(String url) {
        return Blocking.call(() -> {
            try (Response response =
                    client.newCall(new Request.Builder().url(url).build()).execute()) {
                return Blocking.count(response.body().byteStream());
            }
        });
    }
}
