// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Chooses among what is possible, at random or as a fuzzer wants it. */
public interface Choices {

    /** Returns a number from 0 to before the bound. */
    int below(int bound);

    static Choices of(Random random) {
        return random::nextInt;
    }

    /** Chooses by a fuzzer's bytes; when they are used up, always the first. */
    static Choices of(FuzzedDataProvider data) {
        return bound -> data.consumeInt(0, bound - 1);
    }

    default <T> T of(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Returns true once in so many times. */
    default boolean onceIn(int times) {
        return below(times) == times - 1;
    }

    /** Returns up to so many places in a text of some length, in their order. */
    default int[] places(int most, int length) {
        int[] places = new int[below(most + 1)];
        Arrays.setAll(places, i -> below(length + 1));
        Arrays.sort(places);
        return places;
    }
}
