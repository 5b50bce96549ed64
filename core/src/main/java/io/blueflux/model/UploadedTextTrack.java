// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to putRecordingTextTrack: the captions wait to be worked into the recording.
 *
 * @param status {@code messageKey} is {@code upload_text_track_success}
 * @param recordId {@code recordId}
 * @param unknown members without a place above
 */
public record UploadedTextTrack(Status status, @Nullable String recordId, List<Element> unknown) {
    /** Refuses what is missing. */
    public UploadedTextTrack {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
