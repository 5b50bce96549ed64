// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Objects;

/**
 * How a simulated server pages through recordings. Immutable.
 *
 * @param form what becomes of {@code offset} and {@code limit}
 * @param behindEnd what becomes of an {@code offset} behind the last recording
 * @param mergesFormats whether {@code limit} counts playback formats, which are then merged into recordings: a page may
 *     hold fewer recordings than {@code limit} although more follow, and the total counts formats
 */
public record SimulatedPaging(Form form, BehindEnd behindEnd, boolean mergesFormats) {
    /** Refuses what is missing. */
    public SimulatedPaging {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(behindEnd, "behindEnd");
    }

    /** BBB before 2.6: {@code offset} and {@code limit} are ignored. */
    public static final SimulatedPaging IGNORED = new SimulatedPaging(Form.NONE, BehindEnd.ERROR_PAGE, false);
    /** BBB 2.6 to 2.7.14 and the first of 3.0: a {@code pagination} element whose total counts formats. */
    public static final SimulatedPaging PAGINATION = new SimulatedPaging(Form.PAGINATION, BehindEnd.NULL_BODY, true);
    /** Later BBB: {@code totalElements} under the root. */
    public static final SimulatedPaging TOTAL_ELEMENTS =
            new SimulatedPaging(Form.TOTAL_ELEMENTS, BehindEnd.UNEXPECTED_ERROR, false);

    /** What an answer tells about its page. */
    public enum Form {
        /** There are no pages. */
        NONE,
        /** An element {@code pagination}. */
        PAGINATION,
        /** An element {@code totalElements}. */
        TOTAL_ELEMENTS
    }

    /** The answer to an {@code offset} behind the last recording. */
    public enum BehindEnd {
        /** Status 500 with a page of HTML. */
        ERROR_PAGE,
        /** Status 200 with the text {@code null}. */
        NULL_BODY,
        /** FAILED with {@code unexpectedError}. */
        UNEXPECTED_ERROR
    }

    /**
     * Returns a copy with another answer behind the end.
     *
     * @param answer the answer
     * @return the copy
     */
    public SimulatedPaging withBehindEnd(BehindEnd answer) {
        return new SimulatedPaging(form, answer, mergesFormats);
    }

    /**
     * Returns a copy of which a page may hold fewer recordings than {@code limit}.
     *
     * @return the copy
     */
    public SimulatedPaging withMergedFormats() {
        return new SimulatedPaging(form, behindEnd, true);
    }
}
