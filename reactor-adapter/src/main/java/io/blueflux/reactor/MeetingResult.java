// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.model.Meeting;
import java.util.Objects;

/** What became of one listed meeting when its info was asked for. */
public sealed interface MeetingResult {

    /**
     * The info came.
     *
     * @param info the answer of getMeetingInfo
     */
    record Found(Meeting info) implements MeetingResult {
        /** Refuses what is missing. */
        public Found {
            Objects.requireNonNull(info, "info");
        }
    }

    /**
     * The info did not come.
     *
     * @param listed the meeting as getMeetings listed it
     * @param error why not
     */
    record Failed(Meeting listed, BbbException error) implements MeetingResult {
        /** Refuses what is missing. */
        public Failed {
            Objects.requireNonNull(listed, "listed");
            Objects.requireNonNull(error, "error");
        }
    }
}
