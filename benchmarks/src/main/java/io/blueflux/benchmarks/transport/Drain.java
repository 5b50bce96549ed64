// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import io.blueflux.ApiCall;
import io.blueflux.answer.ChunkDecoder;
import io.blueflux.endpoint.Endpoint;
import java.util.function.Consumer;

/** Makes nothing of an answer: what is left of a call is our layer over the transport. */
final class Drain implements ChunkDecoder<Object> {
    static final Endpoint<Object> ENDPOINT =
            new Endpoint<>(ApiCall.GET_MEETINGS, Endpoint.Effect.READS, context -> new Drain());

    private Drain() {}

    @Override
    public void decode(byte[] bytes, int offset, int length, Consumer<? super Object> out) {}

    @Override
    public void finish(Consumer<? super Object> out) {}
}
