// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Breaks what is well-formed: bytes are lost, doubled, changed or put in, and so are pieces that mean something there. */
public final class Faults {
    private static final int MOST = 4;
    private static final int LONGEST = 30;

    private final List<byte[]> pieces;

    public Faults(List<String> pieces) {
        this.pieces = pieces.stream().map(piece -> piece.getBytes(UTF_8)).toList();
    }

    /** Makes faults with pieces that blanks stand between, and with the characters that are most often special. */
    public static Faults ofWords(String words) {
        return new Faults(Stream.concat(
                        Stream.of(" ", "\t", "\r", "\n", "\0", "\u0001", "\u0085", "\u2028", "é", "€", "🎉", "\uFFFE"),
                        Stream.of(words.split(" ")))
                .toList());
    }

    public String in(String text, Choices choices) {
        return new String(in(text.getBytes(UTF_8), choices), UTF_8);
    }

    /** Returns a copy with one fault or a few. */
    public byte[] in(byte[] whole, Choices choices) {
        byte[] body = whole;
        for (int i = choices.below(MOST); i >= 0; i--) {
            int at = choices.below(body.length + 1);
            int to = Math.min(body.length, at + 1 + choices.below(LONGEST));
            switch (choices.below(6)) {
                case 0 -> body = replaced(body, at, at, new byte[] {(byte) choices.below(256)});
                case 1 -> body = replaced(body, at, to, new byte[0]);
                case 2 -> body = replaced(body, at, at, Arrays.copyOfRange(body, at, to));
                case 3 -> body = replaced(body, at, at, brokenCharacter(choices));
                default -> body = replaced(body, at, at, choices.of(pieces));
            }
        }
        return body;
    }

    private static byte[] brokenCharacter(Choices choices) {
        byte[] bytes = {(byte) (0xC0 + choices.below(64)), (byte) choices.below(256), 0};
        return Arrays.copyOf(bytes, 1 + choices.below(3));
    }

    private static byte[] replaced(byte[] body, int from, int to, byte[] by) {
        byte[] result = new byte[body.length - (to - from) + by.length];
        System.arraycopy(body, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(body, to, result, from + by.length, body.length - to);
        return result;
    }
}
