// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.request.CreateRequest;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A meeting of a storm.
 *
 * @param id its {@code meetingID}
 * @param size how many will come, which nobody knows when it is created
 */
record StormMeeting(String id, int size) {
    private static final int SEED = 1048;
    private static final int SMALLEST = 5;
    private static final int SIZES = 56;
    private static final int PROCESSES = 4;

    /** Returns the first meetings, in their order, of a storm on several processes; the same on every run. */
    static List<StormMeeting> first(int count) {
        Random random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int size = SMALLEST + random.nextInt(SIZES);
                    random.nextInt(PROCESSES); // which of them it came to
                    return new StormMeeting(String.format(Locale.ROOT, "room-%03d", i), size);
                })
                .toList();
    }

    CreateRequest request() {
        return CreateRequest.builder(id, id).attendeePw("ap").moderatorPw("mp").build();
    }
}
