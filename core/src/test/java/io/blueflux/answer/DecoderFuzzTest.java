// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.error.BbbException;
import java.util.ArrayList;
import java.util.List;

/** Any bytes, cut anywhere: values, then at most an error of ours. A regression test unless JAZZER_FUZZ is set. */
class DecoderFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void anyBytesEndInValuesOrOurError(FuzzedDataProvider data) {
        ChunkDecoder<?> decoder = data.pickValue(List.of(Contexts.MEETINGS, Contexts.COUNTERS, Contexts.RECORDINGS))
                .get();
        List<Object> values = new ArrayList<>();
        try {
            while (data.remainingBytes() > 0) {
                byte[] chunk = data.consumeBytes(1 + data.consumeInt(0, 64));
                decoder.decode(chunk, 0, chunk.length, values::add);
            }
            decoder.finish(values::add);
        } catch (BbbException expected) {
            return; // all that a decoder may throw
        }
    }
}
