// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.xml.ChunkDecoder;
import io.blueflux.xml.ErrorBody;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The body of one answer. Buffers belong to the transport, which takes each back when {@code onNext} returns: here they are
 * read at once, and no buffer passes an operator that could keep it. The next chunk is asked for when the values of the one
 * before are gone, so that demand reaches the socket.
 */
final class ResponseBody {
    private final Flux<ByteBuf> chunks;
    private byte[] copy = {};

    ResponseBody(Flux<ByteBuf> chunks, CallTimer timer) {
        this.chunks = chunks.doOnRequest(demand -> timer.waiting())
                .doOnNext(chunk -> timer.idle())
                .doOnTerminate(timer::idle);
    }

    <T> Flux<T> decode(ChunkDecoder<T> decoder) {
        return chunks.map(chunk -> Step.<T>of(out -> read(chunk, (b, o, l) -> decoder.decode(b, o, l, out))))
                .concatWith(Mono.fromSupplier(() -> Step.<T>of(decoder::finish)))
                .takeUntil(Step::isFault)
                .filter(step -> !step.isEmpty())
                .concatMapDelayError(Step::publish, true, 0); // what was decoded goes before the wire's error
    }

    Mono<Void> collect(ErrorBody body) {
        return chunks.map(chunk -> {
                    read(chunk, body::add);
                    return body.wantsMore();
                })
                .takeUntil(wantsMore -> !wantsMore)
                .concatMap(wantsMore -> Mono.<Void>empty(), 0) // asks chunk by chunk, so that silence is noticed
                .then();
    }

    private void read(ByteBuf chunk, ChunkReader reader) {
        int length = chunk.readableBytes();
        if (chunk.hasArray()) {
            reader.read(chunk.array(), chunk.arrayOffset() + chunk.readerIndex(), length);
        } else {
            if (copy.length < length) {
                copy = new byte[length];
            }
            chunk.getBytes(chunk.readerIndex(), copy, 0, length);
            reader.read(copy, 0, length);
        }
    }

    private interface ChunkReader {
        void read(byte[] bytes, int offset, int length);
    }

    /** What one chunk completed: values, and the fault after them if there was one. */
    private record Step<T>(List<T> values, @Nullable BbbException fault) {

        static <T> Step<T> of(Consumer<Consumer<T>> decoding) {
            List<T> values = new ArrayList<>();
            try {
                decoding.accept(values::add);
                return new Step<>(values, null);
            } catch (BbbException fault) {
                return new Step<>(values, fault);
            }
        }

        boolean isFault() {
            return fault != null;
        }

        boolean isEmpty() {
            return values.isEmpty() && fault == null;
        }

        Flux<T> publish() {
            Flux<T> published = Flux.fromIterable(values);
            return fault == null ? published : published.concatWith(Mono.error(fault));
        }
    }
}
