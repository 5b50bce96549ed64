// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Feeds an answer to decoders in many splits. Values, and the error after them, must be the same in each. */
final class Splits {
    /** Up to so many bytes each cut is tried, which takes time by the square; of what is larger, some are. */
    private static final int SMALL = Integer.getInteger("blueflux.splits.small", 2 << 10);

    private static final int RANDOM_SPLITS = 64;
    private static final int RANDOM_CUTS = 200;
    /** Of what is huge, fewer: so many bytes are decoded in splits of chance, and as many in cuts. */
    private static final int RANDOM_BYTES = 16 << 20;

    private static final int[] SIZES = {1, 2, 3, 7, 4096, 16_384};

    private Splits() {}

    /**
     * What came of an answer.
     *
     * @param values what was handed over
     * @param problem all that the error says, or an empty text
     * @param error the error itself
     */
    record Outcome<T>(
            List<T> values, String problem, @Nullable BbbException error) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Outcome<?> that && values.equals(that.values) && problem.equals(that.problem);
        }

        @Override
        public int hashCode() {
            return problem.hashCode();
        }

        T value() {
            assertThat(problem).isEmpty();
            assertThat(values).hasSize(1);
            return values.get(0);
        }

        <E extends BbbException> E failure(Class<E> type) {
            assertThat(error).isInstanceOf(type);
            return type.cast(Objects.requireNonNull(error));
        }
    }

    /** Decodes in every split that the size of the answer allows, and returns the one outcome. */
    static <T> Outcome<T> decode(Supplier<ChunkDecoder<T>> decoders, String body) {
        return decode(decoders, body.getBytes(UTF_8));
    }

    /** Decodes in every split that the size of the answer allows, and returns the one outcome. */
    static <T> Outcome<T> decode(Supplier<ChunkDecoder<T>> decoders, byte[] body) {
        Outcome<T> whole = whole(decoders, body);
        if (body.length <= SMALL) {
            for (int size = 1; size <= body.length / 2; size++) { // of larger ones each is one cut
                check(whole, decoders, body, everyNth(size, body.length));
            }
            for (int cut = 0; cut <= body.length; cut++) {
                check(whole, decoders, body, cut);
            }
        } else {
            decodeLarge(whole, decoders, body);
        }
        return whole;
    }

    /** Decodes in one piece. */
    static <T> Outcome<T> whole(Supplier<ChunkDecoder<T>> decoders, byte[] body) {
        return outcome(decoders, body);
    }

    /** Checks that a cut before the end of the root is malformed, after the values that were complete. */
    static <T> void checkEveryCutIsMalformed(Supplier<ChunkDecoder<T>> decoders, byte[] body, int rootEnd) {
        List<T> all = whole(decoders, body).values();
        for (int length = 0; length < rootEnd; length++) {
            Outcome<T> cut = whole(decoders, Arrays.copyOf(body, length));
            assertThat(cut.error())
                    .as("cut at %d of %d", length, body.length)
                    .isInstanceOf(MalformedResponseException.class);
            assertThat(cut.values())
                    .isEqualTo(all.subList(0, Math.min(all.size(), cut.values().size())));
        }
    }

    /** Checks some splits only, for tests that decode many answers. */
    static <T> Outcome<T> decodeInFew(Supplier<ChunkDecoder<T>> decoders, byte[] body, Random random) {
        Outcome<T> whole = whole(decoders, body);
        for (int size : new int[] {1, 2, 3, 7}) {
            check(whole, decoders, body, everyNth(size, body.length));
        }
        check(whole, decoders, body, random.nextInt(body.length + 1));
        return whole;
    }

    /** Checks the one split in which nothing is read but by the slow way. */
    static <T> Outcome<T> decodeSlowly(Supplier<ChunkDecoder<T>> decoders, byte[] body) {
        return decodeIn(decoders, body, everyNth(1, body.length));
    }

    /** Decodes whole and in one split. */
    static <T> Outcome<T> decodeIn(Supplier<ChunkDecoder<T>> decoders, byte[] body, int... cuts) {
        Outcome<T> whole = whole(decoders, body);
        check(whole, decoders, body, cuts);
        return whole;
    }

    private static <T> void decodeLarge(Outcome<T> whole, Supplier<ChunkDecoder<T>> decoders, byte[] body) {
        for (int size : SIZES) {
            check(whole, decoders, body, everyNth(size, body.length));
        }
        Random random = new Random(body.length);
        for (int i = 0; i < Math.min(RANDOM_SPLITS, 8 + RANDOM_BYTES / body.length); i++) {
            check(
                    whole,
                    decoders,
                    body,
                    random.ints(2 + random.nextInt(30), 0, body.length + 1)
                            .sorted()
                            .toArray());
        }
        for (int i = 0; i < Math.min(RANDOM_CUTS, 8 + RANDOM_BYTES / body.length); i++) {
            check(whole, decoders, body, random.nextInt(body.length + 1));
        }
    }

    private static <T> void check(Outcome<T> whole, Supplier<ChunkDecoder<T>> decoders, byte[] body, int... cuts) {
        Outcome<T> split = outcome(decoders, body, cuts);
        if (!split.equals(whole)) {
            String where = "split at " + Arrays.toString(Arrays.copyOf(cuts, Math.min(cuts.length, 10)));
            assertThat(split.problem()).as(where).isEqualTo(whole.problem());
            assertThat(split.values()).as(where).isEqualTo(whole.values());
        }
    }

    private static int[] everyNth(int size, int length) {
        int[] cuts = new int[length / size];
        Arrays.setAll(cuts, i -> (i + 1) * size);
        return cuts;
    }

    /** Each chunk comes in an array that has other bytes around it, and is written over afterwards. */
    private static <T> Outcome<T> outcome(Supplier<ChunkDecoder<T>> decoders, byte[] body, int... cuts) {
        ChunkDecoder<T> decoder = decoders.get();
        List<T> values = new ArrayList<>();
        try {
            int from = 0;
            for (int i = 0; i <= cuts.length; i++) {
                int to = i == cuts.length ? body.length : cuts[i];
                int before = (from + i) % 5;
                byte[] array = new byte[before + to - from + 3];
                Arrays.fill(array, (byte) '<');
                System.arraycopy(body, from, array, before, to - from);
                decoder.decode(array, before, to - from, values::add);
                Arrays.fill(array, (byte) '>');
                from = to;
            }
            decoder.finish(values::add);
            return new Outcome<>(values, "", null);
        } catch (BbbException e) {
            return new Outcome<>(values, describe(e), e);
        }
    }

    private static String describe(BbbException error) {
        String text = error.toString();
        if (error instanceof ApiFailedException failed) {
            return text + failed.errors() + failed.status();
        }
        if (error instanceof MalformedResponseException malformed) {
            return text + malformed.position() + malformed.bodyStart();
        }
        return error instanceof LimitExceededException limit ? text + limit.limit() + limit.bound() : text;
    }
}
