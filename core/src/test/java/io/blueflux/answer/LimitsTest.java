// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.AnswerLimits;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final AnswerLimits DEFAULT = AnswerLimits.DEFAULT;
    private static final String HEAD = "<response><returncode>SUCCESS</returncode>";
    private static final String TAIL = "</response>";
    private static final String SMALL = "<meeting><meetingID>small</meetingID></meeting>";

    @Test
    void answerOfOneValueIsBoundInBytes() {
        String body = HEAD + "<meetingID>a</meetingID>" + TAIL;

        assertThat(info(body, DEFAULT.withAnswerBytes(body.length())).problem()).isEmpty();
        checkPassed(info(body, DEFAULT.withAnswerBytes(body.length() - 1)), "answerBytes", body.length() - 1);
    }

    @Test
    void listIsBoundInBytes() {
        String body = HEAD + "<meetings>" + SMALL + SMALL + "</meetings>" + TAIL;
        int afterOne = body.lastIndexOf(SMALL);

        assertThat(meetings(body, DEFAULT.withListBytes(body.length())).values())
                .hasSize(2);
        Splits.Outcome<Meeting> outcome = meetings(body, DEFAULT.withListBytes(afterOne));
        checkPassed(outcome, "listBytes", afterOne);
        assertThat(outcome.values()).hasSize(1);
        assertThat(meetings(body, DEFAULT.withAnswerBytes(1)).problem()).isEmpty();
    }

    @Test
    void bytesAfterTheRootDoNotCount() {
        String body = HEAD + "<meetings/>" + TAIL;
        AnswerLimits limits = DEFAULT.withListBytes(body.length());

        assertThat(meetings(body + "\n".repeat(50) + "<more/>", limits).problem())
                .isEmpty();
    }

    @Test
    void failureWithinTheBoundIsAFailure() {
        String body = "<response><returncode>FAILED</returncode></response>";

        meetings(body + "x", DEFAULT.withListBytes(body.length())).failure(ApiFailedException.class);
    }

    @Test
    void tagOfAsManyBytesAsItMayHaveIsReadInEverySplit() {
        AnswerLimits limits = DEFAULT.withItemBytes("<response>".length()).withDepth(1);

        assertThat(info("<response><x", limits).failure(MalformedResponseException.class))
                .hasMessageContaining("the document ends before its root element does");
    }

    @Test
    void itemIsBoundInBytesFromItsStartTagToItsEndTag() {
        String large = "<meeting><meetingName>" + "x".repeat(100) + "</meetingName></meeting>";
        String body = HEAD + "<meetings>" + SMALL + large + SMALL + "</meetings>" + TAIL;

        assertThat(meetings(body, DEFAULT.withItemBytes(large.length())).values())
                .hasSize(3);
        Splits.Outcome<Meeting> outcome = meetings(body, DEFAULT.withItemBytes(large.length() - 1));
        checkPassed(outcome, "itemBytes", large.length() - 1);
        assertThat(outcome.values()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!--%s-->", "<?pi %s?>", "<x y='%s'/>", "<![CDATA[%s]]>", "<%s/>", "<x></x%s>"})
    void oneTagOutsideTheItemsIsBoundLikeAnItem(String form) {
        IntFunction<String> body = length -> {
            String filler = form.startsWith("<x></") ? " ".repeat(length) : "y".repeat(length);
            return HEAD + "<meetings>" + SMALL + form.formatted(filler) + "</meetings>" + TAIL;
        };
        int bound = 100;

        assertThat(meetings(body.apply(bound - form.length()), DEFAULT.withItemBytes(bound))
                        .problem())
                .isEmpty();
        Splits.Outcome<Meeting> outcome = meetings(body.apply(bound + 1), DEFAULT.withItemBytes(bound));
        checkPassed(outcome, "itemBytes", bound);
        assertThat(outcome.values()).hasSize(1);
    }

    @Test
    void blanksBetweenElementsAreNotOneTag() {
        String blanks = " \n".repeat(500);
        String body = HEAD + blanks + "<meetings>" + blanks + SMALL + blanks + "</meetings>" + blanks + TAIL;

        assertThat(meetings(body, DEFAULT.withItemBytes(100)).values()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meetingName>%s</meetingName>",
                "<meetingName>&lt;<![CDATA[%s]]></meetingName>",
                "<metadata><k>%s</k></metadata>",
                "<attendees><attendee><fullName>%s</fullName></attendee></attendees>",
                "<new><x/>%s</new>",
                "<new><x>%s</x></new>",
                "<new a='%s'/>",
                "<metadata a='%s'/>"
            })
    void textsAreBoundInCharacters(String form) {
        int bound = 50;
        int own = form.contains("&lt;") ? 1 : 0;
        AnswerLimits limits = DEFAULT.withTextLength(bound);

        assertThat(inMeeting(form.formatted("é".repeat(bound - own)), limits).values())
                .hasSize(2);
        Splits.Outcome<Meeting> outcome = inMeeting(form.formatted("é".repeat(bound - own + 1)), limits);
        checkPassed(outcome, "textLength", bound);
        assertThat(outcome.values()).hasSize(1);
    }

    @Test
    void theFirstBoundThatIsMetIsNamedInEverySplit() {
        AnswerLimits tight = DEFAULT.withItemBytes(120).withTextLength(60);
        String early = "<meetingName>" + "a".repeat(200) + "</meetingName>";
        String late = "<dialNumber>" + "a".repeat(50) + "</dialNumber>" + early;
        String broken = "<meetingName>" + "a".repeat(61) + "\u0001</meetingName>";

        checkPassed(inMeeting(early, tight), "textLength", 60);
        checkPassed(inMeeting(late, tight), "itemBytes", 120);
        checkPassed(inMeeting(broken, tight), "textLength", 60);
        checkPassed(inMeeting("<x>".repeat(40), tight.withDepth(10)), "depth", 10);
        checkPassed(inMeeting(early + "<1st/>", tight.withTextLength(1000)), "itemBytes", 120);
    }

    @Test
    void depthIsBound() {
        assertThat(inMeeting(nested(29), DEFAULT).values()).hasSize(2);
        checkPassed(inMeeting(nested(30), DEFAULT), "depth", 32);
        checkPassed(inMeeting("<meetingName>" + nested(29) + "</meetingName>", DEFAULT), "depth", 32);
        checkPassed(inMeeting("<metadata>" + nested(29) + "</metadata>", DEFAULT), "depth", 32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<metadata>%s</metadata>",
                "<attendees><attendee><customdata>%s</customdata></attendee></attendees>",
                "%s",
                "<new>%s</new>",
                "<meetingName>%s</meetingName>"
            })
    void unknownElementNamesAreBound(String form) {
        int own = form.startsWith("<new>") ? 1 : 0;
        String atBound = form.formatted(names(1000 - own, i -> "<n" + i + ">v</n" + i + ">"));
        String over = form.formatted(names(1001 - own, i -> "<n" + i + "/>"));

        assertThat(inMeetingFew(atBound + atBound).values()).hasSize(2);
        Splits.Outcome<Meeting> outcome = inMeetingFew(over);
        checkPassed(outcome, "unknownNames", 1000);
        assertThat(outcome.values()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<x %s/>", "<metadata><k %s/></metadata>", "<meetingName %s/>"})
    void unknownAttributeNamesAreBound(String form) {
        checkPassed(inMeetingFew(names(1001, i -> form.formatted("a" + i + "='v'"))), "unknownNames", 1000);
    }

    @Test
    void prefixesAndTargetsOfInstructionsAreNamesToo() {
        AnswerLimits limits = DEFAULT.withUnknownNames(50);

        checkPassed(inMeeting("<x " + names(51, i -> " xmlns:p" + i + "='u'") + "/>", limits), "unknownNames", 50);
        checkPassed(inMeetingFew(names(1001, i -> "<?t" + i + "?>")), "unknownNames", 1000);
    }

    @Test
    void namesOfTheApiDoNotCount() {
        AnswerLimits limits = DEFAULT.withUnknownNames(1);

        assertThat(inMeeting("<metadata><size>1</size><returncode>2</returncode></metadata><new/><new/>", limits)
                        .values())
                .hasSize(2);
    }

    @Test
    void hugeTextsAndTagsMeetTheDefaults() {
        byte[] text = filled(HEAD + "<meetingName>", 20 << 20, "</meetingName>" + TAIL);
        byte[] attribute = filled(HEAD + "<x y='", 20 << 20, "'/>" + TAIL);

        checkPassed(Splits.whole(() -> MeetingDecoders.getMeetingInfo(Contexts.OK), text), "textLength", 1 << 20);
        checkPassed(Splits.whole(() -> MeetingDecoders.getMeetingInfo(Contexts.OK), attribute), "itemBytes", 16 << 20);
        checkPassed(chunked(text), "textLength", 1 << 20);
        checkPassed(chunked(attribute), "itemBytes", 16 << 20);
    }

    private static Splits.Outcome<Meeting> chunked(byte[] body) {
        ChunkDecoder<Meeting> decoder = MeetingDecoders.getMeetingInfo(Contexts.OK);
        try {
            for (int at = 0; at < body.length; at += 16_384) {
                decoder.decode(body, at, Math.min(16_384, body.length - at), meeting -> {});
            }
        } catch (LimitExceededException e) {
            return new Splits.Outcome<>(List.of(), e.toString(), e);
        }
        throw new AssertionError("no limit was met");
    }

    private static byte[] filled(String before, int count, String after) {
        byte[] bytes = Arrays.copyOf(before.getBytes(UTF_8), before.length() + count + after.length());
        Arrays.fill(bytes, before.length(), before.length() + count, (byte) 'x');
        System.arraycopy(after.getBytes(UTF_8), 0, bytes, before.length() + count, after.length());
        return bytes;
    }

    private static Splits.Outcome<Meeting> inMeeting(String content, AnswerLimits limits) {
        return meetings(HEAD + "<meetings>" + SMALL + "<meeting>" + content + "</meeting></meetings>" + TAIL, limits);
    }

    private static Splits.Outcome<Meeting> inMeetingFew(String content) {
        String body = HEAD + "<meetings>" + SMALL + "<meeting>" + content + "</meeting></meetings>" + TAIL;
        return Splits.decodeInFew(() -> MeetingDecoders.getMeetings(Contexts.OK), body.getBytes(UTF_8), new Random(1));
    }

    private static Splits.Outcome<Meeting> meetings(String body, AnswerLimits limits) {
        return Splits.decode(() -> MeetingDecoders.getMeetings(Contexts.with(limits)), body);
    }

    @Test
    void unknownElementsAreBoundInEachItem() {
        AnswerLimits limits = AnswerLimits.DEFAULT.withUnknownElements(10);
        String fits = "<meeting>" + "<x/>".repeat(10) + "</meeting>";
        Splits.Outcome<Meeting> outcome = Splits.decode(
                () -> MeetingDecoders.getMeetings(Contexts.with(limits)),
                "<response><returncode>SUCCESS</returncode><meetings>" + fits + fits + "<meeting>"
                        + "<x><y/></x>".repeat(5) + "<x/></meeting></meetings></response>");

        assertThat(outcome.values()).hasSize(2);
        checkPassed(outcome, "unknownElements", 10);
        checkPassed(info("<response>" + "<x/>".repeat(11), limits), "unknownElements", 10);
    }

    @Test
    void attributesOfUnknownElementsCountToo() {
        AnswerLimits limits = AnswerLimits.DEFAULT.withUnknownElements(9);
        String threes = "<x a='1' b='2'/>".repeat(3);

        assertThat(info(HEAD + threes + "<meetingID c='3'>n</meetingID>" + TAIL, limits)
                        .problem())
                .isEmpty();
        checkPassed(info(HEAD + threes + "<x/>" + TAIL, limits), "unknownElements", 9);
        checkPassed(info(HEAD + "<x" + names(9, i -> " a" + i + "=''") + "/>" + TAIL, limits), "unknownElements", 9);
    }

    private static Splits.Outcome<Meeting> info(String body, AnswerLimits limits) {
        return Splits.decode(() -> MeetingDecoders.getMeetingInfo(Contexts.with(limits)), body);
    }

    private static String nested(int levels) {
        return "<x>".repeat(levels) + "</x>".repeat(levels);
    }

    private static String names(int count, IntFunction<String> form) {
        return IntStream.range(0, count).mapToObj(form).collect(Collectors.joining());
    }

    private static void checkPassed(Splits.Outcome<Meeting> outcome, String limit, long bound) {
        LimitExceededException passed = outcome.failure(LimitExceededException.class);
        assertThat(passed.limit()).isEqualTo(limit);
        assertThat(passed.bound()).isEqualTo(bound);
        assertThat(passed).hasMessageContaining(limit + " = " + bound);
        assertThat(passed.isTransient()).isFalse();
    }
}
