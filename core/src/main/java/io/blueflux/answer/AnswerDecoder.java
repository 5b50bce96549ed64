// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.json.JsonBody;
import io.blueflux.model.Element;
import io.blueflux.value.LimitFault;
import io.blueflux.xml.Blanks;
import io.blueflux.xml.BodyText;
import io.blueflux.xml.Fault;
import io.blueflux.xml.XmlBytes;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an answer that should be the API's XML. Tells by the first byte what came instead: a JSON envelope is read, all
 * else is malformed. A fault is held back until enough of the body's start is known to be quoted.
 */
final class AnswerDecoder<T> implements ChunkDecoder<T> {
    static final String ANSWER_BYTES = "answerBytes";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final String NEITHER = "neither XML nor JSON";
    private static final String NO_XML = "JSON where XML is expected";
    private static final long MAX_IGNORED_BYTES = 1 << 20;
    private static final long MAX_JSON_ENVELOPE = 64 << 10;
    private static final int LONGEST_PROBLEM = 1_024;

    private final AnswerContext context;
    private final long maxBytes;
    private final String maxBytesName;
    private final Answer<T> answer;
    private final BodyStart bodyStart = new BodyStart();
    private final XmlBytes document;

    private @Nullable Consumer<? super T> out;
    private @Nullable JsonBody json;
    private @Nullable Fault fault;
    private @Nullable ApiFailedException failure;
    private boolean started;
    private int blanks;
    private int marks;
    private long received;
    private long ignored;

    /** Makes a decoder whose items, if the answer is a list, go where the function's argument sends them. */
    AnswerDecoder(AnswerContext context, boolean list, Function<Consumer<T>, Answer<T>> answers) {
        this.context = context;
        this.maxBytes = list ? context.limits().listBytes() : context.limits().answerBytes();
        this.maxBytesName = list ? "listBytes" : ANSWER_BYTES;
        this.answer = answers.apply(this::emit);
        this.document = new XmlBytes(answer::root, context.limits(), context.contentType());
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, Consumer<? super T> target) {
        out = target;
        if (fault != null) {
            bodyStart.add(bytes, offset, length);
            raiseIf(bodyStart.isFull());
            return;
        }
        if (document.isDone()) {
            ignore(length);
            return;
        }
        int allowed = (int) Math.min(length, maxBytes - received);
        try {
            parse(bytes, offset, allowed);
        } catch (Fault found) {
            bodyStart.add(bytes, offset, length);
            fault = found;
            raiseIf(bodyStart.isFull());
            return;
        } catch (LimitFault passed) {
            throw exceeded(passed);
        }
        if (allowed < length && !document.isDone()) {
            throw new LimitExceededException(context.site(), maxBytesName, maxBytes);
        }
        if (!document.isDone()) {
            bodyStart.add(bytes, offset, allowed);
        }
    }

    @Override
    public void finish(Consumer<? super T> target) {
        out = target;
        raiseIf(fault != null);
        if (failure != null) {
            throw failure; // only now: the connection is worth keeping, so the body is read to its end
        }
        if (document.isDone()) {
            return;
        }
        if (json != null) {
            try {
                completeJson(json);
            } catch (LimitFault passed) {
                throw exceeded(passed);
            } catch (Fault found) {
                fault = found;
                raiseIf(true);
            }
            return;
        }
        fault = new Fault(
                received == 0 ? "the body is empty" : "the document ends before its root element does", received);
        raiseIf(true);
    }

    /** What follows the root element says nothing, but must end some time. */
    private void ignore(int length) {
        ignored += length;
        if (ignored > MAX_IGNORED_BYTES) {
            throw new LimitExceededException(context.site(), "bytesAfterRoot", MAX_IGNORED_BYTES);
        }
    }

    private void parse(byte[] bytes, int offset, int length) {
        int from = started ? offset : skipBlanks(bytes, offset, length);
        int count = offset + length - from;
        long start = received + (from - offset);
        received += length;
        if (count == 0) {
            return;
        }
        if (!started) {
            started = true;
            if (marks > 0) {
                mark();
            }
            if (bytes[from] == '{') {
                json = new JsonBody(maxJson(), context.limits(), answer.jsonLists());
            } else if (bytes[from] != '<') {
                throw new Fault(NEITHER, start);
            }
        }
        if (json != null) {
            if (!json.add(bytes, from, count)) {
                throw answer.mayBeJson() ? new LimitFault("itemBytes", maxJson()) : new Fault(NO_XML, 0);
            }
            return;
        }
        document.feed(bytes, from, count, start);
        if (document.isDone()) {
            complete();
        }
    }

    /** It is read in one go, like an item. */
    private long maxJson() {
        return answer.mayBeJson() ? context.limits().itemBytes() : MAX_JSON_ENVELOPE;
    }

    /** A byte order mark and white space before the document are the server's sloppiness, not the parser's business. */
    private int skipBlanks(byte[] bytes, int offset, int length) {
        int i = offset;
        while (i < offset + length && isSkipped(bytes[i])) {
            i++;
            blanks++;
        }
        return i;
    }

    private boolean isSkipped(byte b) {
        if (marks == blanks && marks < BYTE_ORDER_MARK.length && b == BYTE_ORDER_MARK[marks]) {
            marks++;
            return true;
        }
        return (marks == 0 || hasMark()) && Blanks.is(b);
    }

    /** Part of a mark is none. */
    private void mark() {
        if (!hasMark()) {
            throw new Fault(NEITHER, 0);
        }
        document.mark();
    }

    private boolean hasMark() {
        return marks == BYTE_ORDER_MARK.length;
    }

    private void complete() {
        Envelope envelope = answer.envelope();
        if (envelope.returncode() == null && answer.needsReturncode()) {
            throw new Fault("a <response> without a <returncode>", document.position());
        }
        if (envelope.isFailure()) {
            failure = failed(envelope);
        } else if (out != null) {
            answer.finish(envelope.status(), out);
        }
    }

    private void completeJson(JsonBody body) {
        Element root = body.root(BodyText.of(body.bytes(), context.contentType(), blanks));
        if (root == null) {
            throw new Fault(
                    answer.mayBeJson() ? "JSON that is no object, is not whole, or has a name twice" : NO_XML, 0);
        }
        Envelope envelope = Envelope.of(root);
        if (envelope.isFailure()) {
            throw failed(envelope);
        }
        if (!answer.mayBeJson() || (envelope.returncode() == null && answer.needsReturncode())) {
            throw new Fault(answer.mayBeJson() ? "an answer without a returncode" : NO_XML, 0);
        }
        if (out != null) {
            answer.finish(envelope.status(), root, out);
        }
    }

    private LimitExceededException exceeded(LimitFault passed) {
        return new LimitExceededException(context.site(), passed.limit(), passed.bound());
    }

    private ApiFailedException failed(Envelope envelope) {
        return new ApiFailedException(
                context.site(),
                Reasons.returncode(String.valueOf(envelope.returncode()), context.blotter()),
                Reasons.quoted(envelope.reasons(), context.blotter()),
                context.status());
    }

    private void emit(T value) {
        if (out != null) {
            out.accept(value);
        }
    }

    private void raiseIf(boolean condition) {
        if (condition && fault != null) {
            throw malformed(fault);
        }
    }

    private MalformedResponseException malformed(Fault found) {
        String problem = Excerpt.kept(String.valueOf(found.getMessage()), LONGEST_PROBLEM);
        return new MalformedResponseException(
                context.site(),
                BodyStart.shortened(Excerpt.quoted(problem, LONGEST_PROBLEM, context.blotter())),
                found.position(),
                bodyStart.quote(context.blotter()),
                null);
    }
}
