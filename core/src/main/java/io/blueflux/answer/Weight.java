// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Callbacks;
import io.blueflux.model.Element;
import io.blueflux.model.Recording;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes of memory a value takes, by what its parts take on a 64-bit JVM; texts as if they were Latin-1. */
final class Weight {
    private static final int RECORDING = 160;
    private static final int PART = 56; // an object of some fields, and its place in a list
    private static final int ENTRY = 64;
    private static final int TEXT = 40;

    private Weight() {}

    static long of(Recording recording) {
        return RECORDING
                + of(recording.recordId())
                + of(recording.meetingId())
                + of(recording.internalMeetingId())
                + of(recording.name())
                + of(recording.metadata())
                + callbacks(recording.callbacks())
                + sum(recording.breakoutRooms())
                + recording.playback().stream().mapToLong(Weight::of).sum()
                + recording.data().stream().mapToLong(Weight::of).sum()
                + elements(recording.unknown());
    }

    private static long of(Recording.Format format) {
        return PART
                + of(format.revealUrl())
                + format.images().stream()
                        .mapToLong(image -> PART + of(image.revealUrl()) + of(image.alt()))
                        .sum()
                + elements(format.unknown());
    }

    private static long of(Element element) {
        return 2 * PART
                + of(element.name())
                + of(element.revealText())
                + of(element.attributes())
                + elements(element.children());
    }

    private static long elements(Collection<Element> elements) {
        return elements.stream().mapToLong(Weight::of).sum();
    }

    private static long of(Map<String, String> map) {
        return map.entrySet().stream()
                .mapToLong(entry -> ENTRY + of(entry.getKey()) + of(entry.getValue()))
                .sum();
    }

    private static long callbacks(Callbacks callbacks) {
        return callbacks.byName().values().stream()
                .mapToLong(url -> PART + of(url.reveal()))
                .sum();
    }

    private static long sum(Collection<String> texts) {
        return texts.stream().mapToLong(Weight::of).sum();
    }

    private static long of(@Nullable String text) {
        return text == null ? 0 : TEXT + text.length();
    }
}
