// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XmlCharactersTest {
    private static final byte[] EDGES = HexFormat.of().parseHex("0a41808f909fa0bebfc3ef");

    @Test
    void everyShortSequenceIsJudgedAsTheJdkDoes() {
        byte[] bytes = new byte[4];
        for (int first = 0; first < 0x100; first++) {
            for (int rest = 0; rest < EDGES.length * EDGES.length * EDGES.length; rest++) {
                bytes[0] = (byte) first;
                bytes[1] = EDGES[rest % EDGES.length];
                bytes[2] = EDGES[rest / EDGES.length % EDGES.length];
                bytes[3] = EDGES[rest / EDGES.length / EDGES.length];
                checkSame(bytes, 0);
            }
        }
    }

    @Test
    void longTextsAreJudgedAtEveryOffset() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            Arrays.fill(bytes, (byte) (random.nextBoolean() ? 'a' : '\n'));
            for (int odd = random.nextInt(3); odd > 0 && bytes.length > 0; odd--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(0x100);
            }
            checkSame(bytes, random.nextInt(bytes.length + 1));
        }
    }

    private static void checkSame(byte[] bytes, int from) {
        int passed = XmlCharacters.pass(bytes, from, bytes.length);
        if (passed != rightStart(bytes, from)) {
            assertThat(passed)
                    .as(HexFormat.of().formatHex(bytes, from, bytes.length))
                    .isEqualTo(rightStart(bytes, from));
        }
    }

    private static int rightStart(byte[] bytes, int from) {
        int right = from;
        for (int at = from; at < bytes.length; ) {
            int length = 1;
            while (at + length <= bytes.length && length <= 4 && !isCharacter(bytes, at, length)) {
                length++;
            }
            if (at + length > bytes.length || length > 4) {
                return right;
            }
            at += length;
            right = at;
        }
        return right;
    }

    private static boolean isCharacter(byte[] bytes, int at, int length) {
        try {
            int c = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString()
                    .codePointAt(0);
            return c >= ' ' ? c != 0xFFFE && c != 0xFFFF : c == '\n' || c == '\t' || c == '\r';
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
