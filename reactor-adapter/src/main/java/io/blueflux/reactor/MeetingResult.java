// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.error.Failure;
import io.blueflux.model.Meeting;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
     * @param failure why not
     */
    record Failed(Meeting listed, Failure failure) implements MeetingResult {
        /** Refuses what is missing. */
        public Failed {
            Objects.requireNonNull(listed, "listed");
            Objects.requireNonNull(failure, "failure");
        }

        /**
         * Makes the result of an error.
         *
         * @param listed the meeting as getMeetings listed it
         * @param error why the info did not come
         */
        public Failed(Meeting listed, BbbException error) {
            this(listed, Failure.of(Objects.requireNonNull(error, "error")));
        }

        /**
         * Returns the error.
         *
         * @return null only in what was read back from JSON
         */
        public @Nullable BbbException error() {
            return failure.error() instanceof BbbException error ? error : null;
        }
    }
}
