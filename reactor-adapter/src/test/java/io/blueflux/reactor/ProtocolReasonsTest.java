// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtocolReasonsTest {

    @Test
    void protocolsOfControlCharactersAreKnownByTheirFirstByte() {
        for (int length = 1; length <= 7; length++) {
            assertThat(of("\u0015\3\1\0\2\2F", length)).contains("the port speaks TLS");
            assertThat(of("\u0016\3\1\0\2\2F", length)).contains("the port speaks TLS");
            assertThat(of("\0\0\6\4\0\0\0", length)).contains("HTTP/2 alone");
        }
        assertThat(of("\0\0\6\7\0\0\0", 7)).contains("does not begin as HTTP does");
    }

    @Test
    void noByteIsNoOtherProtocol() {
        assertThat(ProtocolReasons.isSpoken(new byte[0])).isFalse();
        assertThat(of("", 0)).contains("its head is broken");
        assertThat(ProtocolReasons.isSpoken("HTT".getBytes(ISO_8859_1))).isFalse();
        assertThat(ProtocolReasons.isSpoken("HTTX".getBytes(ISO_8859_1))).isTrue();
    }

    private static String of(String answer, int length) {
        return ProtocolReasons.of(answer.substring(0, length).getBytes(ISO_8859_1));
    }
}
