// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF%s\r\n",
                "%s\u00A0",
                "\u202F%s\u2007",
                "\u200B%s\u200B",
                "\u2060%s\u00AD",
                "\u200E%s\u200F",
                "\u200D%s\u200C",
                "\u3000%s\u3164",
                "\u2800%s\uFE0F",
                "\u0000%s\u0085",
                "\u202A%s\u202C",
                "\uFEFF \t\u200B%s\u2028\n"
            })
    void whatCannotBeSeenAroundAPastedSecretIsTrimmed(String pasted) {
        assertThat(SharedSecret.of(pasted.formatted("s3cr3t é"))).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\uFEFF", "\u00A0", "\u202F", "\u00AD", "\u200D", "\n", "\t", "\u0000", "\u202E"})
    void whatCannotBeSeenWithinASecretIsRefusedByName(String hidden) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedSecret.of("s3c" + hidden + "r3t"))
                .withMessage("secret must not hold a character that cannot be seen: U+%04X", hidden.codePointAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\uFEFF", "\u200B\u00A0\n"})
    void aSecretOfWhatCannotBeSeenIsEmpty(String pasted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedSecret.of(pasted))
                .withMessage("secret must not be empty");
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
