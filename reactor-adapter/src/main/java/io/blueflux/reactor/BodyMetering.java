// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.answer.ChunkDecoder;
import io.blueflux.error.CallSite;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** Tells a meter what another decoder reads, in pieces so small that what a piece leaves behind need not be counted at once. */
final class BodyMetering<T> implements ChunkDecoder<T> {
    private static final int PIECE = 8 << 10;

    private final ChunkDecoder<T> decoder;
    private final AnswerMeter meter;
    private final CallSite site;
    private int unfinished;
    private boolean hasFinished;

    private BodyMetering(ChunkDecoder<T> decoder, AnswerMeter meter, CallSite site) {
        this.decoder = decoder;
        this.meter = meter;
        this.site = site;
    }

    /** Returns the decoder as it is where nobody counts. */
    static <T> ChunkDecoder<T> of(ChunkDecoder<T> decoder, ContextView context, CallSite site) {
        @Nullable AnswerMeter meter = context.getOrDefault(AnswerMeter.class, null);
        return meter == null ? decoder : new BodyMetering<>(decoder, meter, site);
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, Consumer<? super T> out) {
        for (int at = 0; at < length; at += PIECE) {
            int count = Math.min(PIECE, length - at);
            int from = offset + at;
            hasFinished = false;
            run(() -> decoder.decode(bytes, from, count, value -> pass(value, out)));
            if (!hasFinished) {
                count(count);
            }
        }
    }

    @Override
    public void finish(Consumer<? super T> out) {
        run(() -> decoder.finish(value -> pass(value, out)));
        count(-unfinished);
    }

    private void run(Runnable reading) {
        boolean done = false;
        try {
            reading.run();
            done = true;
        } finally {
            if (!done) {
                count(-unfinished);
            }
        }
    }

    private void pass(T value, Consumer<? super T> out) {
        hasFinished = true;
        count(-unfinished);
        meter.finished(site, value);
        out.accept(value);
    }

    private void count(int bytes) {
        if (bytes != 0) {
            meter.unfinished(site, bytes);
            unfinished += bytes;
        }
    }
}
