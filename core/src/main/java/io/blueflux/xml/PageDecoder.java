// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Recording;
import io.blueflux.model.RecordingsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the answer of getRecordings, to be handed over when all of it was read. */
final class PageDecoder implements ChunkDecoder<RecordingsPage> {
    private final ChunkDecoder<RecordingsPart> parts;
    private final List<Recording> recordings = new ArrayList<>();

    PageDecoder(ChunkDecoder<RecordingsPart> parts) {
        this.parts = parts;
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, Consumer<? super RecordingsPage> out) {
        parts.decode(bytes, offset, length, part -> take(part, out));
    }

    @Override
    public void finish(Consumer<? super RecordingsPage> out) {
        parts.finish(part -> take(part, out));
    }

    private void take(RecordingsPart part, Consumer<? super RecordingsPage> out) {
        if (part instanceof RecordingsPart.Item item) {
            recordings.add(item.recording());
        } else if (part instanceof RecordingsPart.End end) {
            out.accept(new RecordingsPage(end.status(), List.copyOf(recordings), end.total(), end.totalFormats()));
        }
    }
}
