// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;

/**
 * The answer to isMeetingRunning.
 *
 * @param status {@code returncode} and the like
 * @param running {@code running}: somebody has joined; false for an unknown meeting too
 * @param unknown elements without a place above
 */
public record MeetingRunning(Status status, boolean running, List<Element> unknown) {
    /** Refuses what is missing. */
    public MeetingRunning {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
