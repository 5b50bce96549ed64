// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.LimitExceededException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Decodes an answer that is plain text, and short. */
final class TextDecoder implements ChunkDecoder<String> {
    private static final int MAX_BYTES = 64 << 10;

    private final AnswerContext context;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    TextDecoder(AnswerContext context) {
        this.context = context;
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, Consumer<? super String> out) {
        if (body.size() + length > MAX_BYTES) {
            throw new LimitExceededException(context.site(), "textBytes", MAX_BYTES);
        }
        body.write(bytes, offset, length);
    }

    @Override
    public void finish(Consumer<? super String> out) {
        refuseFailure();
        out.accept(body.toString(StandardCharsets.UTF_8).strip());
    }

    /** Balancers that do not know the call say so in the API's envelope. */
    private void refuseFailure() {
        ErrorBody envelope = new ErrorBody(context);
        envelope.add(body.toByteArray(), 0, body.size());
        if (envelope.finish() instanceof ApiFailedException failed) {
            throw failed;
        }
    }
}
