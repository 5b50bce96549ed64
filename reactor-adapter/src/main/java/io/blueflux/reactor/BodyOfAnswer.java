// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.answer.ChunkDecoder;
import io.blueflux.answer.ErrorBody;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.function.Consumer;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;

/** The body of one answer, decoded into values; what was decoded goes before the wire's error. */
final class BodyOfAnswer<T> extends FluxOperator<ByteBuf, T> {
    private final ChunkDecoder<T> decoder;
    private final CallTimer timer;
    private final Runnable passed;

    /** Makes a body whose good end is told to somebody before its subscriber. */
    BodyOfAnswer(Flux<ByteBuf> chunks, ChunkDecoder<T> decoder, CallTimer timer, Runnable passed) {
        super(chunks);
        this.decoder = decoder;
        this.timer = timer;
        this.passed = passed;
    }

    /** Returns the error that a page tells of, which is read whether or not a value is wanted. */
    static <T> Mono<T> error(Flux<ByteBuf> chunks, ErrorBody page, CallTimer timer) {
        return new BodyOfAnswer<T>(chunks, new ErrorPage<>(page), timer, () -> {})
                .onErrorMap(IOException.class, cut -> page.finish()) // the status says more than a cut error page
                .ignoreElements();
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new BodyDecoding<>(actual, decoder, timer, passed));
    }

    private record ErrorPage<T>(ErrorBody page) implements ChunkDecoder<T> {

        @Override
        public void decode(byte[] bytes, int offset, int length, Consumer<? super T> out) {
            page.add(bytes, offset, length);
            if (!page.wantsMore()) {
                throw page.finish();
            }
        }

        @Override
        public void finish(Consumer<? super T> out) {
            throw page.finish();
        }
    }
}
