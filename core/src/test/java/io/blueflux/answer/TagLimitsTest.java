// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.MEETINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.AnswerLimits;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bounds a tag before it ends, at the same byte in every split. */
class TagLimitsTest {
    private static final String BEFORE = "<response><returncode>SUCCESS</returncode><meetings><meeting/><meeting>";
    private static final String AFTER = "</meeting></meetings></response>";

    @ParameterizedTest
    @ValueSource(strings = {"<x %s/>", "<meetingName %s>a</meetingName>", "<metadata><k xmlns:p='u' %s/></metadata>"})
    void attributesOfOneTagAreBound(String form) {
        String fits = form.formatted(attributes(200));

        assertThat(few(BEFORE + fits + fits + AFTER).values()).hasSize(2);
        checkPassed(few(BEFORE + form.formatted(attributes(201)) + AFTER), "attributes", 200);
        checkPassed(few(BEFORE + form.formatted(attributes(201) + " <")), "attributes", 200);
    }

    @Test
    void declarationsAreNoAttributes() {
        assertThat(few(BEFORE + "<x" + attributes(200) + declarations(0, 100) + "/>" + AFTER)
                        .values())
                .hasSize(2);
        assertThat(few(BEFORE + "<x" + declarations(0, 100) + attributes(200) + "/>" + AFTER)
                        .values())
                .hasSize(2);
    }

    @Test
    void namespacesOfOneAnswerAreBound() {
        String ninety = "<x" + declarations(0, 90) + "/>";

        assertThat(few(BEFORE + ninety + ninety + "<x" + declarations(90, 100) + "/>" + AFTER)
                        .values())
                .hasSize(2);
        checkPassed(few(BEFORE + ninety + "<x" + declarations(90, 101) + "/>" + AFTER), "namespaces", 100);
        checkPassed(few(BEFORE + "<x" + declarations(0, 101) + " <"), "namespaces", 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%s/>",
                "<%s a=''>text</%1$s>",
                "<x b='' %s='' a=''/>",
                "<x xmlns:%s='u'/>",
                "<?%s data?>",
                "<metadata><%s>v</%1$s></metadata>",
                "<meetingName><%s/></meetingName>",
                "<p:%s xmlns:p='u'/>"
            })
    void namesAreBound(String form) {
        int own = form.startsWith("<p:") ? "p:".length() : form.startsWith("<x xmlns:") ? "xmlns:".length() : 0;
        String fits = "n".repeat(1023 - own);

        assertThat(few(BEFORE + form.formatted(fits) + AFTER).values()).hasSize(2);
        checkPassed(few(BEFORE + form.formatted(fits + "n") + AFTER), "nameLength", 1023);
        checkPassed(few(BEFORE + form.formatted(fits + "n\u0001") + AFTER), "nameLength", 1023);
        checkPassed(few(BEFORE + form.formatted(fits + "[n") + AFTER), "nameLength", 1023);
    }

    @Test
    void namesAreBoundInBytes() {
        String fits = "é".repeat(511);

        assertThat(few(BEFORE + "<" + fits + "/>" + AFTER).values()).hasSize(2);
        checkPassed(few(BEFORE + "<" + fits + "é/>" + AFTER), "nameLength", 1023);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&%s;", "a&%s;", "<x a='&%s;'/>", "<x a='%s' b='&%1$s;'/>", "</%s>"})
    void longNamesOfWhatIsWrongEndInOneWay(String form) {
        few(BEFORE + form.formatted("n".repeat(1023)) + AFTER).failure(MalformedResponseException.class);
        assertThat(few(BEFORE + form.formatted("n".repeat(1024)) + AFTER).problem())
                .isNotEmpty();
        assertThat(few(BEFORE + form.formatted("n".repeat(3000)) + AFTER).problem())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<%s/>", "<?%s?><response/>", "<?xml %s='1.0'?><response/>", "<x %s=''/>", "<!DOCTYPE %s>"})
    void namesBeforeTheRootIsReadEndInOneWay(String form) {
        few(form.formatted("n".repeat(900))).failure(MalformedResponseException.class);
        assertThat(few(form.formatted("n".repeat(1024))).problem()).isNotEmpty();
    }

    /** What is counted is what was fed: the rest of the tag, however long, is never looked at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            attributes|<x| a%d=''|3500
            attributes|<x xmlns='u'| a%d=''|3500
            namespaces|<x| xmlns:a%d='u'|3000
            nameLength|<|nnnn|1500
            nameLength|<x a='' |nnnn|1500
            nameLength|<?|nnnn|1500
            """)
    void tagWithoutEndIsNotReadOn(String limit, String start, String repeated, int most) {
        ChunkDecoder<Meeting> decoder = MEETINGS.get();
        int fed = 0;
        try {
            for (String next = BEFORE + start; fed <= most; next = repeated.formatted(fed)) {
                byte[] bytes = next.getBytes(UTF_8);
                fed += bytes.length;
                decoder.decode(bytes, 0, bytes.length, meeting -> {});
            }
        } catch (LimitExceededException passed) {
            assertThat(passed.limit()).isEqualTo(limit);
        }
        assertThat(fed).isLessThanOrEqualTo(most);
    }

    private static Splits.Outcome<Meeting> few(String body) {
        return Splits.decodeInFew(MEETINGS, body.getBytes(UTF_8), new Random(1));
    }

    private static String attributes(int count) {
        return list(0, count, i -> " a" + i + "=''");
    }

    private static String declarations(int from, int to) {
        return list(from, to, i -> " xmlns:p" + i + "='urn:" + i + "'");
    }

    private static String list(int from, int to, IntFunction<String> form) {
        return IntStream.range(from, to).mapToObj(form).collect(Collectors.joining());
    }

    private static void checkPassed(Splits.Outcome<Meeting> outcome, String limit, int bound) {
        LimitExceededException passed = outcome.failure(LimitExceededException.class);
        assertThat(passed.limit()).isEqualTo(limit);
        assertThat(passed.bound()).isEqualTo(bound);
        assertThat(outcome.values()).hasSize(1);
    }

    @Test
    void boundsAreAsDocumented() {
        assertThat(AnswerLimits.ATTRIBUTES).isEqualTo(200);
        assertThat(AnswerLimits.NAMESPACES).isEqualTo(100);
        assertThat(AnswerLimits.NAME_LENGTH).isEqualTo(1023);
    }
}
