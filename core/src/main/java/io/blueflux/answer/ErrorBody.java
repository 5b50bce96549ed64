// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer whose HTTP status is not 200. Some balancers put the API's envelope there, which then says what is
 * wrong; all else is told by its status. One thread at a time.
 */
public final class ErrorBody {
    /** How much of a body is read in search of an envelope, in bytes. */
    public static final int MAX_BYTES = 64 << 10;

    private final AnswerContext context;
    private final ChunkDecoder<?> decoder;
    private final BodyStart bodyStart = new BodyStart();
    private int received;
    private @Nullable BbbException outcome;

    /**
     * Starts an empty body.
     *
     * @param context the call
     */
    public ErrorBody(AnswerContext context) {
        this.context = context;
        this.decoder = Shapes.envelope(context);
    }

    /**
     * Takes the next bytes; those past {@link #MAX_BYTES} are ignored.
     *
     * @param bytes holds the chunk
     * @param offset where it starts
     * @param length how many bytes it has
     */
    public void add(byte[] bytes, int offset, int length) {
        int count = Math.min(length, MAX_BYTES - received);
        received += count;
        bodyStart.add(bytes, offset, count);
        if (outcome == null) {
            attempt(() -> decoder.decode(bytes, offset, count, value -> {}));
        }
    }

    /**
     * Tells whether more bytes can change the outcome.
     *
     * @return false once enough was read
     */
    public boolean wantsMore() {
        return received < MAX_BYTES;
    }

    /**
     * Ends the body.
     *
     * @return what the server said, if it was an envelope, or else its status
     */
    public BbbException finish() {
        if (outcome == null) {
            attempt(() -> decoder.finish(value -> {}));
        }
        return outcome instanceof ApiFailedException failed
                ? failed
                : new HttpStatusException(context.site(), context.status(), bodyStart.quote(context.blotter()));
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (BbbException e) {
            outcome = e;
        }
    }
}
