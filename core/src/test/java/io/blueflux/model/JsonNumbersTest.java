// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Java has for the numbers of JSON, and JSON for those of Java. */
class JsonNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "-1.50",
                "1E+2",
                "1e2",
                "1e308",
                "-1e-300",
                "123456789012345678901234567890",
                "0.1234567890123456789"
            })
    void aNumberIsANumber(String literal) {
        assertThat(new JsonValue.Scalar(literal, false).value()).isEqualTo(new BigDecimal(literal));
    }

    @Test
    void zeroNeedsNoExponent() {
        assertThat(new JsonValue.Scalar("0e9999999999999", false).value()).isEqualTo(BigDecimal.ZERO);
        assertThat(new JsonValue.Scalar("0.00", false).value()).isEqualTo(new BigDecimal("0.00"));
    }

    @ParameterizedTest
    @CsvSource({"-0, -0.0", "-0.0, -0.0", "-0e5, -0.0"})
    void zeroKeepsItsSign(String literal, double value) {
        assertThat(new JsonValue.Scalar(literal, false).value()).isEqualTo(value);
    }

    /** JSON libraries would read them back as Infinity or zero, or not at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1E+400",
                "1e-400",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e9999999999999",
                "1e-9999999999999"
            })
    void aNumberThatOthersCannotReadIsGivenAsItsText(String literal) {
        assertThat(new JsonValue.Scalar(literal, false).value()).isEqualTo(literal);
    }

    @Test
    void aNumberOfManyDigitsIsGivenAsItsText() {
        String digits = "7".repeat(1_000_001);

        assertThat(new JsonValue.Scalar(digits, false).value()).isEqualTo(digits);
        assertThat(new JsonValue.Scalar("0." + digits, false).value()).isEqualTo("0." + digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "00012",
                "+1",
                "1.",
                ".5",
                "0x1p3",
                "1d",
                "",
                " 1",
                "1,\"a\":2",
                "1\n",
                "True"
            })
    void whatIsNoLiteralIsAText(String text) {
        JsonValue.Scalar scalar = new JsonValue.Scalar(text, false);

        assertThat(scalar).isEqualTo(new JsonValue.Scalar(text, true));
        assertThat(scalar.value()).isEqualTo(text);
        assertThat(scalar.revealJson()).startsWith("\"").endsWith("\"");
        assertThat(new JsonValue.Secret(Confidential.of(text), false).revealJson())
                .isEqualTo(scalar.revealJson());
    }

    static List<@Nullable Object> fromLibraries() {
        return Arrays.asList(
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                new BigDecimal("1E+999999999"),
                BigInteger.TEN.pow(40),
                'c',
                null,
                true,
                -0.0);
    }

    @ParameterizedTest
    @MethodSource("fromLibraries")
    void whatALibraryMadeIsTakenByItsText(@Nullable Object value) {
        JsonValue json = JsonValue.of(value);

        assertThat(json).isInstanceOf(JsonValue.Scalar.class);
        assertThat(json.revealJson().replace("\"", "")).isEqualTo(String.valueOf(value));
        assertThat(json.revealJson()).matches("null|true|-?[0-9].*|\".*\"");
    }

    @Test
    void whatIsConfidentialStaysSo() {
        JsonValue json = JsonValue.of(Map.of("a", Confidential.of("s3cr3t"), "password", Confidential.of("s3cr3t")));

        assertThat(json.text("a")).isNull();
        assertThat(json.revealText("a")).isEqualTo("s3cr3t");
        assertThat(json.revealText("password")).isEqualTo("s3cr3t");
    }

    @Test
    void arraysOfEveryKindAreArrays() {
        JsonValue items = JsonValue.of(List.of(1, "a"));

        assertThat(JsonValue.of(new Object[] {1, "a"})).isEqualTo(items);
        assertThat(JsonValue.of(Set.of("a"))).isEqualTo(JsonValue.of(List.of("a")));
        assertThat(JsonValue.of(items)).isSameAs(items);
    }
}
