// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.error.ApiError;
import io.blueflux.parameter.Blotter;
import java.util.ArrayList;
import java.util.List;

/**
 * The reasons of a failure, as far as an error names them: 100 at most, each key to 256 characters and each message to 2,048,
 * and no further ones once they have 16,384 together. What is left out is not kept while the answer is read either.
 */
final class Reasons {
    private static final int MOST = 100;
    private static final int LONGEST_KEY = 256;
    private static final int LONGEST_MESSAGE = 2_048;
    private static final int LONGEST_TOGETHER = 16_384;

    private final List<ApiError> kept = new ArrayList<>();
    private int characters;

    void add(String key, String message) {
        if (kept.size() < MOST && characters < LONGEST_TOGETHER) {
            ApiError reason = new ApiError(Excerpt.kept(key, LONGEST_KEY), Excerpt.kept(message, LONGEST_MESSAGE));
            characters += reason.key().length() + reason.message().length();
            kept.add(reason);
        }
    }

    /** Returns a copy of what was added. */
    List<ApiError> kept() {
        return List.copyOf(kept);
    }

    /** Returns reasons as an error may name them. */
    static List<ApiError> quoted(List<ApiError> kept, Blotter blotter) {
        return kept.stream()
                .map(reason -> new ApiError(
                        Excerpt.quoted(reason.key(), LONGEST_KEY, blotter),
                        Excerpt.quoted(reason.message(), LONGEST_MESSAGE, blotter)))
                .toList();
    }

    /** Returns the server's word for the failure as an error may name it. */
    static String returncode(String text, Blotter blotter) {
        return Excerpt.quoted(Excerpt.kept(text, LONGEST_KEY), LONGEST_KEY, blotter);
    }
}
