// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SharedSecretTest {
    private static final SharedSecret SECRET = SharedSecret.of("s3cr3t é");

    @Test
    void whiteSpaceAroundAPastedSecretIsTrimmed() {
        assertThat(SharedSecret.of(" \ts3cr3t é\r\n"))
                .isEqualTo(SECRET)
                .hasSameHashCodeAs(SECRET)
                .isNotEqualTo(SharedSecret.of("s3cr3t"));
        assertThatIllegalArgumentException().isThrownBy(() -> SharedSecret.of("\n"));
    }

    @Test
    void printsNothingOfItself() {
        assertThat(SECRET).hasToString("***");
    }

    @Test
    void isHashedAsUtf8() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        SECRET.update(digest);

        assertThat(digest.digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest("s3cr3t é".getBytes(UTF_8)));
    }

    /** RFC 4231, test case 2. */
    @Test
    void isTheKeyOfAnHmac() {
        byte[] data = "what do ya want for nothing?".getBytes(UTF_8);

        assertThat(HexFormat.of().formatHex(SharedSecret.of("Jefe").hmac("HmacSHA256", data)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void isBlottedWhereverItStands() {
        assertThat(SECRET.blot("as3cr3t és3cr3t é s3cr3t", "***")).isEqualTo("a****** s3cr3t");
    }
}
