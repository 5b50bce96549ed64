// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.COUNTERS;
import static io.blueflux.answer.Contexts.COUNTERS_AND_METADATA;
import static io.blueflux.answer.Contexts.MEETINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.AnswerLimits;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attendees of listed meetings are passed over, whatever stands in them, and wherever a chunk ends. */
class CountersTest {
    private static final String[] NAMES = {"attendees", "attendee", "attendeesX", "a", "userID"};
    private static final String[] PIECES = {"</attendees>", "<attendees>", "<attendees/>", "x", "<", ">", "</attend", ""
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<attendees/>",
                "<attendees />",
                "<attendees></attendees>",
                "<attendees>\n</attendees >",
                "<attendees a='>' b=\"/>\"><attendee><userID>1</userID></attendee></attendees\n>",
                "<attendees><attendees><attendee/></attendees><attendee/></attendees>",
                "<attendees><attendee><attendees/></attendee></attendees>",
                "<attendees><attendees a='/>'/><attendees b=\"'>\" c='\"'>x</attendees></attendees>",
                "<attendees><attendeesX></attendeesX><attendees-x/><attendee>attendees</attendee></attendees>",
                "<attendees><![CDATA[</attendees><attendees>]]></attendees>",
                "<attendees><attendee><fullName><![CDATA[<attendees>]]]]></fullName></attendee></attendees>",
                "<attendees><!-- </attendees> <attendees> --><attendee/></attendees>",
                "<attendees><?x </attendees> ?><attendee><?y?></attendee></attendees>",
                "<attendees>&lt;/attendees&gt;<attendee>&#60;/attendees></attendee></attendees>",
                "<x:attendees xmlns:x='u'><attendee><userID>1</userID></attendee></x:attendees>",
                "<attendees><x:attendees xmlns:x='u'></x:attendees></attendees>",
                "<attendees><attendee/></attendees><attendees><attendee/></attendees>"
            })
    void attendeesArePassedOver(String attendees) {
        String body = answer(attendees);

        Splits.Outcome<Meeting> outcome = Splits.decode(COUNTERS, body);

        assertThat(outcome.problem()).isEmpty();
        assertThat(outcome.values())
                .isEqualTo(Contexts.counters(
                        Splits.whole(MEETINGS, body.getBytes(UTF_8)).values()));
        assertThat(outcome.values()).extracting(Meeting::meetingId).containsExactly("1", "2");
        assertThat(outcome.values())
                .extracting(meeting -> meeting.counts().moderatorCount())
                .containsExactly(3, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyWellFormedContentIsPassedOver(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            String body = answer("<attendees>" + content(random, 3) + "</attendees>");
            Splits.Outcome<Meeting> whole = Splits.whole(MEETINGS, body.getBytes(UTF_8));
            assertThat(whole.problem()).as(body).isEmpty();

            assertThat(Splits.decodeInFew(COUNTERS, body.getBytes(UTF_8), random))
                    .as(body)
                    .isEqualTo(new Splits.Outcome<>(Contexts.counters(whole.values()), "", null));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void metadataAreReadBesideTheCountersWhateverIsPassedOver(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            String body = answer("<attendees>" + content(random, 3) + "</attendees>" + metadata(random));
            Splits.Outcome<Meeting> whole = Splits.whole(MEETINGS, body.getBytes(UTF_8));
            assertThat(whole.problem()).as(body).isEmpty();
            List<Meeting> expected =
                    whole.values().stream().map(Contexts::countersAndMetadata).toList();

            assertThat(Splits.decodeInFew(COUNTERS_AND_METADATA, body.getBytes(UTF_8), random))
                    .as(body)
                    .isEqualTo(new Splits.Outcome<>(expected, "", null));
        }
    }

    @Test
    void metadataStandInAnyOrderBesideTheAttendees() {
        String body = answer("<metadata><bbb-meeting-size-hint>120</bbb-meeting-size-hint></metadata>"
                + "<attendees><attendee>&broken;</attendee></attendees>");

        List<Meeting> meetings = Splits.decode(COUNTERS_AND_METADATA, body).values();

        assertThat(meetings)
                .extracting(Meeting::metadata)
                .containsExactly(Map.of("bbb-meeting-size-hint", "120"), Map.of());
        assertThat(meetings.get(0).attendees()).isEmpty();
        assertThat(meetings.get(0).counts().moderatorCount()).isEqualTo(3);
    }

    private static String metadata(Random random) {
        StringBuilder metadata = new StringBuilder("<metadata>");
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = NAMES[random.nextInt(NAMES.length)];
            metadata.append("<" + name + ">" + (random.nextBoolean() ? "é&amp;" + i : "<![CDATA[</metadata>]]>"))
                    .append("</" + name + ">\n");
        }
        return metadata.append("</metadata>").toString();
    }

    private static String content(Random random, int levels) {
        StringBuilder content = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            content.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "<![CDATA[" + PIECES[random.nextInt(PIECES.length)] + "]]>";
                        case 1 -> "<!--" + PIECES[random.nextInt(PIECES.length)] + "-->";
                        case 2 -> "<?t " + PIECES[random.nextInt(PIECES.length)] + "?>";
                        case 3 -> " ]] > é \n";
                        default -> element(random, levels);
                    });
        }
        return content.toString();
    }

    private static String element(Random random, int levels) {
        String name = NAMES[random.nextInt(NAMES.length)];
        String attribute = random.nextBoolean() ? "" : " a='\"/>'\tb = \"'/>\" ";
        if (levels == 0 || random.nextInt(4) == 0) {
            return "<" + name + attribute + "/>";
        }
        return "<" + name + attribute + ">" + content(random, levels - 1) + "</" + name
                + (random.nextBoolean() ? " >" : ">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&nbsp;", "\u0001", "<userID>1</fullName>", "]]>", "<userID a=1>", "&#xD800;"})
    void faultInAnAttendeeHidesNoMeeting(String fault) {
        String body = answer("<attendees><attendee>" + fault + "</attendee></attendees>");

        assertThat(Splits.decode(MEETINGS, body).error()).isInstanceOf(MalformedResponseException.class);
        assertThat(Splits.decode(COUNTERS, body).values())
                .extracting(Meeting::meetingId)
                .containsExactly("1", "2");
    }

    @Test
    void faultAfterTheAttendeesIsFoundWhereItStands() {
        String body = answer("<attendees><attendee/></attendees>").replace("<moderatorCount>", "<moderatorCount>&x;");

        MalformedResponseException error = Splits.decode(COUNTERS, body).failure(MalformedResponseException.class);

        assertThat(error.position()).isEqualTo(body.indexOf("&x;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<attendees><attendee>", "<attendees><attendee></attendees", "<attendees></atten"})
    void attendeesWithoutAnEndAreMalformed(String attendees) {
        String body = answer("").replaceAll("(?s)<participantCount>.*", "") + attendees;

        assertThat(Splits.decode(COUNTERS, body).failure(MalformedResponseException.class))
                .hasMessageContaining("ends before its root element does");
    }

    /** Bytes are looked at in pieces once something was passed over; each byte is the last of a piece at one of the lengths. */
    @Test
    void whatFollowsAttendeesIsReadTheSameWhereverAPieceEnds() {
        String middle = "<note>é€😀</note><attendees>\u0001<attendee/></attendees><!-- é€😀 --><a b='😀'/>";
        for (int length = 900; length < 1_100; length++) {
            String body = answer("<attendees><attendee/></attendees><metadata><k>" + "x".repeat(length)
                    + "</k></metadata>" + middle + "<metadata><l>😀é</l></metadata>");

            Splits.Outcome<Meeting> outcome = Splits.whole(COUNTERS, body.getBytes(UTF_8));

            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.values()).extracting(Meeting::meetingId).containsExactly("1", "2");
            assertThat(outcome.values().get(0).counts().moderatorCount()).isEqualTo(3);
        }
    }

    @Test
    void bytesThatAreNoCharactersAreFoundAfterAttendeesWhereverAPieceEnds() {
        for (int length = 900; length < 1_100; length++) {
            String body = answer("<attendees>\u0001</attendees><k>" + "x".repeat(length) + "</k>")
                    .replace("<moderatorCount>", "<moderatorCount>\u0001");

            assertThat(Splits.whole(COUNTERS, body.getBytes(UTF_8))
                            .failure(MalformedResponseException.class)
                            .position())
                    .isEqualTo(body.lastIndexOf('\u0001'));
        }
    }

    @Test
    void bytesOfAttendeesCountToTheItem() {
        AnswerLimits limits = AnswerLimits.DEFAULT.withItemBytes(500);
        String body = answer("<attendees>" + "<attendee/>".repeat(60) + "</attendees>");

        LimitExceededException error = Splits.decode(
                        () -> MeetingDecoders.getMeetings(Contexts.with(limits), MeetingFields.COUNTERS), body)
                .failure(LimitExceededException.class);

        assertThat(error.limit()).isEqualTo("itemBytes");
    }

    @Test
    void elementNamedAttendeesElsewhereIsNotPassedOver() {
        String body = answer("<metadata><attendees>m</attendees></metadata><participantCount>7</participantCount>");

        assertThat(Splits.decode(COUNTERS, body).values().get(0).counts().participantCount())
                .isEqualTo(7);
    }

    private static String answer(String attendees) {
        return "<response><returncode>SUCCESS</returncode><meetings><meeting><meetingID>1</meetingID>"
                + "<participantCount>5</participantCount>" + attendees
                + "<moderatorCount>3</moderatorCount></meeting>\n<meeting><meetingID>2</meetingID></meeting></meetings>"
                + "</response>";
    }
}
