// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Recording;
import io.blueflux.model.Status;
import org.jspecify.annotations.Nullable;

/** What the answer of getRecordings holds, in the order in which it is complete: the recordings, and the rest at the end. */
public sealed interface RecordingsPart {

    /**
     * One recording.
     *
     * @param recording the recording
     */
    record Item(Recording recording) implements RecordingsPart {}

    /**
     * The rest, once.
     *
     * @param status {@code messageKey} and {@code message}
     * @param total how many recordings match; null if unknown
     * @param totalFormats how many formats they have together; null if unknown
     */
    record End(
            Status status, @Nullable Long total, @Nullable Long totalFormats) implements RecordingsPart {}
}
