// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.Failure;
import java.util.List;
import java.util.Objects;

/** What became of a recording that was to be changed on whichever server has it. Immutable. */
public sealed interface RecordingResult {

    /**
     * Returns which recording it was.
     *
     * @return the {@code recordID}
     */
    String recordId();

    /**
     * The server has taken the change.
     *
     * @param recordId the {@code recordID}
     * @param server the name of the server that has the recording
     */
    record Done(String recordId, String server) implements RecordingResult {
        /** Refuses what is missing. */
        public Done {
            Objects.requireNonNull(recordId, "recordId");
            Objects.requireNonNull(server, "server");
        }
    }

    /**
     * A server has the recording, and did not change it as far as is known.
     *
     * @param recordId the {@code recordID}
     * @param server the server's name
     * @param failure why not
     */
    record Failed(String recordId, String server, Failure failure) implements RecordingResult {
        /** Refuses what is missing. */
        public Failed {
            Objects.requireNonNull(recordId, "recordId");
            Objects.requireNonNull(server, "server");
            Objects.requireNonNull(failure, "failure");
        }
    }

    /**
     * No server has the recording: all answered.
     *
     * @param recordId the {@code recordID}
     */
    record Absent(String recordId) implements RecordingResult {
        /** Refuses what is missing. */
        public Absent {
            Objects.requireNonNull(recordId, "recordId");
        }
    }

    /**
     * No server that answered has the recording; others may.
     *
     * @param recordId the {@code recordID}
     * @param unanswered the names of the servers that did not answer
     */
    record Unknown(String recordId, List<String> unanswered) implements RecordingResult {
        /** Refuses what is missing. */
        public Unknown {
            Objects.requireNonNull(recordId, "recordId");
            unanswered = List.copyOf(Objects.requireNonNull(unanswered, "unanswered"));
        }
    }
}
