// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;
import io.blueflux.parameter.Parameter;
import io.blueflux.request.CreateRequest;
import org.jspecify.annotations.Nullable;

/** How many are expected in a meeting, as it travels with it: sent by create, and read back by all who look. */
final class SizeHint {
    /** The name of the metadata; others read it too. */
    static final String NAME = "bbb-meeting-size-hint";

    private static final int LONGEST = 9; // digits that always fit

    private SizeHint() {}

    /** Returns what a meeting says; 0 for nothing. */
    static int of(Meeting meeting) {
        return number(meeting.metadata().get(NAME));
    }

    /** Returns what a request says; 0 for nothing. */
    static int of(CreateRequest request) {
        return number(request.parameters().get(Parameter.META.wireName() + NAME));
    }

    /** Reads a number that anybody may have written; 0 if it is none. */
    static int number(@Nullable String text) {
        String digits = text == null ? "" : text.strip();
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= LONGEST
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(digits) : 0;
    }
}
