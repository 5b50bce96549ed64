// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.error.LimitExceededException;
import io.blueflux.model.Recording;
import io.blueflux.model.RecordingsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the answer of getRecordings, to be handed over when all of it was read. Its bound is that of one value, in bytes
 * of the answer, and in four times as many of memory: ordinary recordings take about twice the memory of their bytes, but
 * the smallest takes 12 bytes of one and more than 150 of the other.
 */
final class PageDecoder implements ChunkDecoder<RecordingsPage> {
    private static final int MEMORY_PER_BYTE = 4;
    private static final String WAY_OUT = "allRecordings hands over any number of recordings, one by one";

    private final AnswerContext context;
    private final ChunkDecoder<RecordingsPart> parts;
    private final List<Recording> recordings = new ArrayList<>();
    private long weight;

    PageDecoder(AnswerContext context) {
        this.context = context;
        this.parts = new AnswerDecoder<>(context, false, RecordingsAnswer::new);
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, Consumer<? super RecordingsPage> out) {
        try {
            parts.decode(bytes, offset, length, part -> take(part, out));
        } catch (LimitExceededException passed) {
            throw passed.limit().equals(AnswerDecoder.ANSWER_BYTES) ? passed.explained(WAY_OUT) : passed;
        }
    }

    @Override
    public void finish(Consumer<? super RecordingsPage> out) {
        parts.finish(part -> take(part, out));
    }

    private void take(RecordingsPart part, Consumer<? super RecordingsPage> out) {
        if (part instanceof RecordingsPart.Item item) {
            add(item.recording());
        } else if (part instanceof RecordingsPart.End end) {
            out.accept(new RecordingsPage(end.status(), List.copyOf(recordings), end.total(), end.totalFormats()));
        }
    }

    private void add(Recording recording) {
        weight += Weight.of(recording);
        if (weight / MEMORY_PER_BYTE > context.limits().answerBytes()) {
            throw new LimitExceededException(
                    context.site(), AnswerDecoder.ANSWER_BYTES, context.limits().answerBytes());
        }
        recordings.add(recording);
    }
}
