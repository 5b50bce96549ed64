// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.ApiCall;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
    private static final String LONG_A = "a".repeat(256);

    private record Examples(List<String> good, List<String> bad) {}

    private static Examples examples(ParameterRule rule) {
        return switch (rule) {
            case ANY -> new Examples(List.of("", "a & b = ü 😀\n\t", LONG_A + LONG_A), List.of());
            case NOT_EMPTY -> new Examples(List.of("x", "%x%"), List.of("", " "));
            case NAME ->
                new Examples(List.of("ab", LONG_A, "a, b"), List.of("", "a", " a ", LONG_A + "a", "😀".repeat(129)));
            case FULL_NAME -> new Examples(List.of("a", "אבג"), List.of("", " ", LONG_A));
            case USER_NAME -> new Examples(List.of("", "System", "a".repeat(255)), List.of(LONG_A));
            case CHAT_MESSAGE -> new Examples(List.of("a", "a".repeat(500)), List.of("", " ", "a".repeat(501)));
            case MEETING_ID ->
                new Examples(List.of("ab", LONG_A, "a b/ü"), List.of("", "a", "a,b", "a\nb", LONG_A + "a"));
            case PASSWORD -> new Examples(List.of("", "ab", "a".repeat(64)), List.of("a", "a".repeat(65)));
            case DIGITS -> new Examples(List.of("0", "01234", "9".repeat(30)), List.of("", "-1", "1a", "１２"));
            case TRUE_OR_FALSE -> new Examples(List.of("true", "false"), List.of("", "1", "0", "yes", "TRUE"));
            case WHOLE ->
                new Examples(List.of("0", "2147483647"), List.of("", "-1", "+1", "1.5", "1,000", "2147483648"));
            case POSITIVE -> new Examples(List.of("1", "2147483647"), List.of("", "0", "-1"));
            case PAGE_SIZE -> new Examples(List.of("1", "100"), List.of("", "0", "101"));
            case EPOCH_MILLIS ->
                new Examples(List.of("0", "1700000000000"), List.of("", "-1", "now", "9".repeat(19), "9".repeat(20)));
            case HTTP_URL ->
                new Examples(
                        List.of("https://h.example/x?y=%%USERID%%", "HTTP://h.example"),
                        List.of("", "h.example", "ftp://h.example", "https://", "https://h.example/a b"));
            case CALLBACK_URL ->
                new Examples(
                        List.of("https://h.example/cb?a=b", "http://h"),
                        List.of(
                                "",
                                "h.example",
                                "https:///a",
                                "https://h/a b",
                                "https://h/#a",
                                "https://h/?checksum=1"));
            case HTTPS_URL -> new Examples(List.of("https://h.example/x"), List.of("http://h.example/x"));
            case COLOUR -> new Examples(List.of("#00fFa9"), List.of("", "red", "00ffaa", "#00ffa", "#00ffaaf"));
            case JSON -> new Examples(List.of("[]", " {} "), List.of("", "[", "{]", "null", "{} {}", "[1,]"));
            case JSON_ARRAY -> new Examples(List.of("[{\"id\":\"1\"}]"), List.of("", "{}", "[{\"id\":1]", "[a]"));
            case JSON_OBJECT -> new Examples(List.of("{}", "{\"a\":[{}]}"), List.of("", "[]", "{a:1}", "{\"a\":}"));
            case WORD -> new Examples(List.of("ASK_MODERATOR", "bbb-webrtc-sfu"), List.of("", "a b", "a,b"));
            case WORDS -> new Examples(List.of("chat", "chat,polls"), List.of("", "chat, polls", "chat,", ",chat"));
            case ITEMS -> new Examples(List.of("a", "a b,c"), List.of("", "a,,b", ",", "a, "));
            case SIGNATURE_ONLY -> new Examples(List.of(), List.of("", "abc"));
        };
    }

    @ParameterizedTest
    @EnumSource
    void rowTakesWhatItsRuleAllows(Parameter parameter) {
        for (String good : examples(parameter.rule()).good()) {
            assertThatCode(() -> parameter.check(good)).as(good).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowRefusesTheRestByNameAndRule(Parameter parameter) {
        for (String bad : examples(parameter.rule()).bad()) {
            assertThatThrownBy(() -> parameter.check(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(parameter.wireName() + " must be "
                            + parameter.rule().description());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowRefusesTextThatBreaksTheServersXml(Parameter parameter) {
        for (String bad : List.of(
                "ab\u0000", "ab\u0007", "ab\u007f", "ab\u0085", "ab\ud800", "\udc00ab", "ab\uffff", "\ufffe12")) {
            assertThatThrownBy(() -> parameter.check(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(parameter.wireName() + " must not hold control characters");
        }
    }

    @ParameterizedTest
    @MethodSource("io.blueflux.ApiCall#values")
    void wireNamesAreUniqueInACall(ApiCall call) {
        List<String> names = Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.calls().contains(call))
                .map(Parameter::wireName)
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void rowIsFoundByItsName(Parameter parameter) {
        String name = parameter.isFamily() ? parameter.wireName() + "x" : parameter.wireName();

        for (ApiCall call : parameter.calls()) {
            assertThat(Parameter.find(call, name)).isEqualTo(parameter);
        }
        for (ApiCall call : ApiCall.values()) {
            if (!parameter.calls().contains(call)) {
                assertThat(Parameter.find(call, name)).isNotEqualTo(parameter);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void versionsAreVersions(Parameter parameter) {
        for (String version : Arrays.asList(parameter.since(), parameter.deprecated(), parameter.gone())) {
            if (version != null) {
                assertThat(version).matches("\\d+\\.\\d+(\\.\\d+)?");
            }
        }
    }

    @Test
    void passwordsAndTokensAreSecret() {
        assertThat(Parameter.values())
                .filteredOn(Parameter::isSecret)
                .extracting(Parameter::wireName)
                .containsExactlyInAnyOrder(
                        "attendeePW",
                        "moderatorPW",
                        "password",
                        "replaceSessionToken",
                        "configToken",
                        "sessionToken",
                        "checksum");
    }

    @Test
    void messageNeverHoldsASecretOrALongValueOrAUrl() {
        assertThatThrownBy(() -> Parameter.MODERATOR_PW.check("s".repeat(65))).hasMessageNotContaining("ss");
        assertThatThrownBy(() -> Parameter.NAME.check("x".repeat(300))).hasMessageNotContaining("xxx");
        assertThatThrownBy(() -> Parameter.LOGO.check("ftp://h?key=s3cr3t")).hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> Parameter.MAX_PARTICIPANTS.check("many"))
                .hasMessage("maxParticipants must be a whole number from 0 to 2147483647, not: many");
    }

    @Test
    void messageStaysOnOneLine() {
        assertThatThrownBy(() -> Parameter.BANNER_COLOR.check("red\nINFO forged"))
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta_", "meta_1a", "meta_a_b", "meta_a.b", "meta_ä", "meta_-a", "meta_a b", "meta_a\n"})
    void metaNamesThatTheServerDropsAreRefused(String name) {
        for (ApiCall call : List.of(ApiCall.CREATE, ApiCall.GET_RECORDINGS)) {
            assertThatThrownBy(() -> RequestParameters.of(call, Map.of(name, "value")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("what follows meta_ must be a letter");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"userdata-", "userdata-a-b", "userdata--", "userdata-my key", "userdata-1st", "userdata-a:b"})
    void userdataNamesThatTheServerDropsAreRefused(String name) {
        assertThatThrownBy(() -> RequestParameters.of(ApiCall.JOIN, Map.of(name, "value")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "what follows userdata- must be letters, digits, _ and ., the first a letter or _");
    }

    @Test
    void longListsAreCheckedWithoutDepth() {
        assertThatCode(() -> Parameter.RECORD_IDS.check("a,".repeat(100_000) + "a"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Parameter.GROUPS.check("[" + "{},\n".repeat(100_000) + "{}]"))
                .doesNotThrowAnyException();
    }
}
