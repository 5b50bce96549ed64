// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import io.blueflux.Confidential;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to learningDashboard. Its {@code toString} leaves the data out.
 *
 * @param status {@code returncode} and the like
 * @param data {@code data}: a JSON text about the meeting and its users; BBB documents no form of it
 * @param sessionToken {@code sessionToken}
 * @param unknown members without a place above
 */
public record LearningDashboard(
        Status status, @Nullable String data, @Nullable Confidential sessionToken, List<Element> unknown) {
    /** Refuses what is missing. */
    public LearningDashboard {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }

    /** Returns the parts, the data by its length. */
    @Override
    public String toString() {
        return "LearningDashboard[status=" + status + ", data=" + (data == null ? null : data.length() + " characters")
                + ", sessionToken=" + sessionToken + ", unknown=" + unknown + "]";
    }
}
