// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.xml.BodyText;
import io.blueflux.xml.Fault;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Decodes the answer of hooks/ping: plain text, short, by which bbb-webhooks of every version names itself. */
final class TextDecoder implements ChunkDecoder<String> {
    private static final int MAX_BYTES = 64 << 10;
    private static final Pattern GENUINE =
            Pattern.compile("bbb-webhooks\\b[^<>{}\\p{Cntrl}]{0,100}\\bup\\b[^<>{}\\p{Cntrl}]{0,20}");

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
        String text = text().strip();
        if (!GENUINE.matcher(text).matches()) {
            throw malformed(new Fault("not the text of bbb-webhooks", 0));
        }
        out.accept(text);
    }

    private String text() {
        try {
            return BodyText.of(body.toByteArray(), context.contentType(), 0);
        } catch (Fault fault) {
            throw malformed(fault);
        }
    }

    /** Proxies and portals answer whatever they are asked with a page. */
    private MalformedResponseException malformed(Fault fault) {
        BodyStart start = new BodyStart();
        start.add(body.toByteArray(), 0, body.size());
        return new MalformedResponseException(
                context.site(),
                String.valueOf(fault.getMessage()),
                fault.position(),
                start.quote(context.blotter()),
                null);
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
