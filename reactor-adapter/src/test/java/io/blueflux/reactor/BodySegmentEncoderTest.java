// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.body.BodySegment;
import io.blueflux.body.BodySource;
import io.blueflux.error.CallSite;
import io.blueflux.error.RequestBodyException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodySegmentEncoderTest {
    private static final CallSite SITE = new CallSite("bbb1", "create");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anySplitMakesTheBase64OfTheWhole(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] content = new byte[random.nextInt(100)];
            random.nextBytes(content);
            assertThat(encoded(content, true, random))
                    .isEqualTo(Base64.getEncoder().encodeToString(content));
            assertThat(encoded(content, false, random)).isEqualTo(new String(content, ISO_8859_1));
        }
    }

    @Test
    void lengthOnTheWireIsThatOfTheText() {
        for (int size = 0; size < 100; size++) {
            assertThat(segment(true).length(size)).isEqualTo(Base64.getEncoder().encode(new byte[size]).length);
            assertThat(segment(false).length(size)).isEqualTo(size);
        }
    }

    @Test
    void moreOrFewerBytesThanAnnouncedAreRefused() {
        BodySegmentEncoder encoder = new BodySegmentEncoder(SITE, segment(true), 4, true);
        encoder.encode(ByteBuffer.allocate(3));
        assertThatThrownBy(encoder::finish)
                .isInstanceOf(RequestBodyException.class)
                .hasMessage("create on bbb1: deck.pdf ended after 3 of the 4 bytes that were announced");
        assertThatThrownBy(() -> encoder.encode(ByteBuffer.allocate(2)))
                .isInstanceOf(RequestBodyException.class)
                .hasMessage("create on bbb1: deck.pdf has more than the 4 bytes that were announced");
    }

    @Test
    void whatHasNoSizeHasAtLeastOneByteAndAtMostItsBound() {
        BodySegmentEncoder encoder = new BodySegmentEncoder(SITE, segment(true), 4, false);
        assertThatThrownBy(encoder::finish)
                .isInstanceOf(RequestBodyException.class)
                .hasMessage("create on bbb1: deck.pdf has no bytes, and must have at least 1");
        encoder.encode(ByteBuffer.allocate(4));
        assertThat(encoder.finish().toString(ISO_8859_1)).isEqualTo("AA==");
        assertThatThrownBy(() -> encoder.encode(ByteBuffer.allocate(1)))
                .isInstanceOf(RequestBodyException.class)
                .hasMessage("create on bbb1: deck.pdf has more than the 4 bytes of maxBytes");
    }

    private static String encoded(byte[] content, boolean base64, Random random) {
        BodySegmentEncoder encoder = new BodySegmentEncoder(SITE, segment(base64), content.length, true);
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < content.length; ) {
            int length = Math.min(content.length - from, random.nextInt(9));
            text.append(encoder.encode(ByteBuffer.wrap(content, from, length)).toString(ISO_8859_1));
            from += length;
        }
        return text.append(encoder.finish().toString(ISO_8859_1)).toString();
    }

    private static BodySegment segment(boolean base64) {
        return new BodySegment("deck.pdf", new BodySource.Memory(ByteBuffer.allocate(0)), base64);
    }
}
