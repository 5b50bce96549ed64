// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedHook;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.DestroyedHook;
import io.blueflux.model.Element;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Hook;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.PublishedRecordings;
import io.blueflux.model.SentChatMessage;
import io.blueflux.model.Session;
import io.blueflux.model.Status;
import io.blueflux.model.UpdatedRecordings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallAnswersTest {
    private static final Status SUCCESS = new Status("SUCCESS", null, null);

    @Test
    void versionIsRead() {
        ApiVersion version = Splits.decode(() -> RootDecoders.version(OK), """
                <response><returncode>SUCCESS</returncode><version>2.0</version><apiVersion>2.0</apiVersion>
                <bbbVersion></bbbVersion><graphqlApiUrl>https://h/api/rest</graphqlApiUrl>
                <build>1.6</build><more>m</more></response>""").value();

        assertThat(version)
                .isEqualTo(new ApiVersion(
                        SUCCESS,
                        "2.0",
                        "2.0",
                        null,
                        null,
                        new ApiVersion.Urls(null, "https://h/api/rest", null),
                        new ApiVersion.Balancer("1.6", null),
                        List.of(new Element("more", Map.of(), "m", List.of()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<v>true</v>", " <v/>\n", "<v><w>1</w></v><v/>"})
    void elementsWhereATextIsDueAreNoEmptyText(String markup) {
        String answer = "<response><%1$s>" + markup + "</%1$s><returncode>SUCCESS</returncode></response>";

        assertThat(Splits.decode(() -> MeetingDecoders.isMeetingRunning(OK), answer.formatted("running"))
                        .problem())
                .contains("running");
        assertThat(Splits.decode(() -> RecordingDecoders.updateRecordings(OK), answer.formatted("updated"))
                        .problem())
                .contains("updated");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "TRUE, true", "false, false", "0, false", "'', false", "' ', false"})
    void truthIsReadAsServersPrintIt(String printed, boolean read) {
        String answer = "<response><%1$s>" + printed + "</%1$s><returncode>SUCCESS</returncode></response>";

        assertThat(Splits.decode(() -> MeetingDecoders.isMeetingRunning(OK), answer.formatted("running"))
                        .value()
                        .running())
                .isEqualTo(read);
        assertThat(Splits.decode(() -> RecordingDecoders.updateRecordings(OK), answer.formatted("updated"))
                        .value()
                        .updated())
                .isEqualTo(read);
        assertThat(Splits.decode(() -> RecordingDecoders.deleteRecordings(OK), answer.formatted("deleted"))
                        .value()
                        .deleted())
                .isEqualTo(read);
        assertThat(Splits.decode(() -> RecordingDecoders.publishRecordings(OK), answer.formatted("published"))
                        .value()
                        .published())
                .isEqualTo(read);
        assertThat(Splits.decode(() -> HookDecoders.hooksDestroy(OK), answer.formatted("removed"))
                        .value()
                        .removed())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "'', false", "true, true", "maybe,", "unpublished,"})
    void flagsOfHooksAreReadAsServersPrintThem(String printed, @Nullable Boolean read) {
        String flags =
                "<hookID>1</hookID><rawData>" + printed + "</rawData><permanentHook>" + printed + "</permanentHook>";
        CreatedHook created = Splits.decode(
                        () -> HookDecoders.hooksCreate(OK),
                        "<response><returncode>SUCCESS</returncode>" + flags + "</response>")
                .value();
        Hook listed = Splits.decode(
                        () -> HookDecoders.hooksList(OK),
                        "<response><returncode>SUCCESS</returncode><hooks><hook>" + flags
                                + "</hook></hooks></response>")
                .value();

        assertThat(created.rawData()).isEqualTo(read);
        assertThat(created.permanent()).isEqualTo(read);
        assertThat(listed.rawData()).isEqualTo(read);
        assertThat(listed.permanent()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        ''                                            | -
        <eventID/>                                    | ''
        <eventID></eventID>                           | ''
        <eventID> , </eventID>                        | ''
        <eventID><![CDATA[]]></eventID>               | ''
        <eventID>user-joined</eventID>                | user-joined
        <eventID>user-joined , user-left,</eventID>   | user-joined user-left
        <eventID>a</eventID><eventID>b</eventID>      | a b
        <eventID/><eventID>b</eventID>                | b
        """)
    void aHookThatGetsNoEventIsNoHookWithoutAFilter(String element, @Nullable String eventIds) {
        Hook hook = Splits.decode(
                        () -> HookDecoders.hooksList(OK),
                        "<response><returncode>SUCCESS</returncode><hooks><hook><hookID>1</hookID>" + element
                                + "</hook></hooks></response>")
                .value();

        assertThat(hook.eventIds())
                .isEqualTo(eventIds == null ? null : eventIds.isEmpty() ? List.of() : List.of(eventIds.split(" ")));
    }

    @Test
    void publishedMayBeAnsweredInAWord() {
        String answer = "<response><returncode>SUCCESS</returncode><published>%s</published></response>";

        assertThat(Splits.decode(() -> RecordingDecoders.publishRecordings(OK), answer.formatted("published"))
                        .value()
                        .published())
                .isTrue();
        assertThat(Splits.decode(() -> RecordingDecoders.publishRecordings(OK), answer.formatted("unpublished"))
                        .value()
                        .published())
                .isFalse();
        assertThat(Splits.decode(() -> RecordingDecoders.publishRecordings(OK), answer.formatted("perhaps"))
                        .value()
                        .published())
                .isNull();
    }

    @Test
    void createdMeetingIsRead() {
        CreatedMeeting created =
                Splits.decode(() -> MeetingDecoders.create(OK), """
                <response>
                <returncode>SUCCESS</returncode>
                <meetingID>room-1</meetingID>
                <internalMeetingID>067a-1767254400000</internalMeetingID>
                <parentMeetingID>bbb-none</parentMeetingID>
                <attendeePW>ap</attendeePW>
                <moderatorPW>mp</moderatorPW>
                <createTime>1767254400000</createTime>
                <voiceBridge>01234</voiceBridge>
                <dialNumber>613-555-1234</dialNumber>
                <createDate>Thu Jan 01 08:00:00 UTC 2026</createDate>
                <hasUserJoined>false</hasUserJoined>
                <duration>0</duration>
                <hasBeenForciblyEnded>false</hasBeenForciblyEnded>
                <messageKey>duplicateWarning</messageKey>
                <message>This conference was already in existence.</message>
                </response>
                """).value();

        assertThat(created)
                .isEqualTo(new CreatedMeeting(
                        new Status("SUCCESS", "duplicateWarning", "This conference was already in existence."),
                        "room-1",
                        "067a-1767254400000",
                        "bbb-none",
                        Instant.ofEpochMilli(1767254400000L),
                        "Thu Jan 01 08:00:00 UTC 2026",
                        Duration.ZERO,
                        false,
                        false,
                        new Meeting.Access("01234", "613-555-1234", Confidential.of("ap"), Confidential.of("mp")),
                        List.of()));
        assertThat(created.isDuplicate()).isTrue();
    }

    @Test
    void runningIsRead() {
        assertThat(running("<running>true</running>").value()).isEqualTo(new MeetingRunning(SUCCESS, true, List.of()));
        assertThat(running("<running> False\n</running>").value().running()).isFalse();
    }

    @Test
    void answerWithoutItsOneFlagIsMalformed() {
        assertThat(running("").failure(MalformedResponseException.class))
                .hasMessageContaining("a <response> without a <running>");
        assertThat(running("<running>maybe</running>").failure(MalformedResponseException.class))
                .hasMessageContaining("a <running> that is neither true nor false");
    }

    @Test
    void endAndDeleteAreRead() {
        assertThat(Splits.decode(() -> MeetingDecoders.end(OK), """
                        <response><returncode>SUCCESS</returncode><messageKey>sentEndMeetingRequest</messageKey>
                        <message>A request was sent.</message></response>""").value())
                .isEqualTo(new EndedMeeting(
                        new Status("SUCCESS", "sentEndMeetingRequest", "A request was sent."), List.of()));
        assertThat(Splits.decode(
                                () -> RecordingDecoders.deleteRecordings(OK),
                                "<response><returncode>SUCCESS</returncode><deleted>true</deleted></response>")
                        .value())
                .isEqualTo(new DeletedRecordings(SUCCESS, true, List.of()));
    }

    @Test
    void changesOfRecordingsAreRead() {
        assertThat(Splits.decode(() -> RecordingDecoders.publishRecordings(OK), success("<published>false</published>"))
                        .value())
                .isEqualTo(new PublishedRecordings(SUCCESS, false, List.of()));
        assertThat(Splits.decode(() -> RecordingDecoders.updateRecordings(OK), success("<updated>true</updated>"))
                        .value())
                .isEqualTo(new UpdatedRecordings(SUCCESS, true, List.of()));
    }

    @Test
    void answersThatAreAnEnvelopeAreRead() {
        assertThat(Splits.decode(
                                () -> MeetingDecoders.insertDocument(OK),
                                success("<message>Presentation is being uploaded</message>"))
                        .value())
                .isEqualTo(new InsertedDocuments(
                        new Status("SUCCESS", null, "Presentation is being uploaded"), List.of()));
        assertThat(Splits.decode(
                                () -> MeetingDecoders.sendChatMessage(OK),
                                success("<messageKey></messageKey><message/>"))
                        .value())
                .isEqualTo(new SentChatMessage(SUCCESS, List.of()));
    }

    @Test
    void sessionsAreReadOneByOne() {
        assertThat(Splits.decode(() -> UserDecoders.getSessions(OK), success("""
                        <sessions><meeting><meetingID>67a-1</meetingID><meetingName>Physics</meetingName>
                        <userName>Änne</userName></meeting><meeting><meetingID>67a-2</meetingID><x>1</x></meeting>
                        </sessions>"""))
                        .values())
                .containsExactly(
                        new Session("67a-1", "Physics", "Änne", List.of()),
                        new Session("67a-2", null, null, List.of(new Element("x", Map.of(), "1", List.of()))));
        assertThat(Splits.decode(
                                () -> UserDecoders.getSessions(OK),
                                success("<sessions/><messageKey>noSessions</messageKey>"))
                        .values())
                .isEmpty();
    }

    @Test
    void hooksAreRead() {
        assertThat(Splits.decode(
                                () -> HookDecoders.hooksCreate(OK),
                                success(
                                        "<hookID>7</hookID><permanentHook>false</permanentHook><rawData>true</rawData>"))
                        .value())
                .isEqualTo(new CreatedHook(SUCCESS, "7", false, true, List.of()));
        CreatedHook duplicate = Splits.decode(
                        () -> HookDecoders.hooksCreate(OK),
                        success("<hookID>7</hookID><messageKey>duplicateWarning</messageKey>"))
                .value();
        assertThat(duplicate.isDuplicate()).isTrue();
        assertThat(duplicate.permanent()).isNull();
        assertThat(Splits.decode(() -> HookDecoders.hooksList(OK), success("""
                        <hooks><hook><hookID>1</hookID><callbackURL><![CDATA[https://h.example/a?key=s3cr3t&x=1]]></callbackURL>
                        <permanentHook>true</permanentHook><rawData>false</rawData></hook>
                        <hook><hookID>u-2</hookID><callbackURL>https://h.example/b</callbackURL>
                        <meetingID><![CDATA[room 1]]></meetingID><eventID>user-joined, user-left</eventID></hook></hooks>""")).values())
                .containsExactly(
                        new Hook(
                                "1",
                                Confidential.of("https://h.example/a?key=s3cr3t&x=1"),
                                null,
                                null,
                                true,
                                false,
                                List.of()),
                        new Hook(
                                "u-2",
                                Confidential.of("https://h.example/b"),
                                "room 1",
                                List.of("user-joined", "user-left"),
                                null,
                                null,
                                List.of()))
                .allSatisfy(hook -> assertThat(hook.toString()).doesNotContain("s3cr3t"));
        assertThat(Splits.decode(() -> HookDecoders.hooksDestroy(OK), success("<removed>true</removed>"))
                        .value())
                .isEqualTo(new DestroyedHook(SUCCESS, true, List.of()));
        assertThat(Splits.decode(() -> HookDecoders.hooksPing(OK), "bbb-webhooks up!\n")
                        .value())
                .isEqualTo("bbb-webhooks up!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bbb-webhooks up!", "bbb-webhooks API up!", "\n bbb-webhooks API up!\r\n"})
    void pingIsWhatWebhooksOfEachVersionAnswer(String text) {
        assertThat(Splits.decode(() -> HookDecoders.hooksPing(OK), text).value())
                .isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "up",
                "<!DOCTYPE html><html><body>bbb-webhooks up!</body></html>",
                "<html><body>Welcome to BigBlueButton</body></html>",
                "bbb-webhooks <b>up</b>!",
                "bbb-webhooks: 502 Bad Gateway",
                "bbb-webhooks is upset",
                "{\"bbb-webhooks\":\"up\"}",
                "<response><returncode>SUCCESS</returncode><version>2.0</version></response>"
            })
    void pingThatAnybodyElseAnswersIsMalformed(String text) {
        assertThat(Splits.decode(() -> HookDecoders.hooksPing(OK), text).failure(MalformedResponseException.class))
                .hasMessageContaining("not the text of bbb-webhooks");
    }

    @Test
    void pingThatABalancerRefusesIsAFailure() {
        String refusal = "<?xml version=\"1.0\"?>\n<response>\n<returncode>FAILED</returncode>"
                + "<messageKey>unsupportedRequest</messageKey></response>";

        assertThat(Splits.decode(() -> HookDecoders.hooksPing(OK), refusal)
                        .failure(ApiFailedException.class)
                        .messageKey())
                .isEqualTo("unsupportedRequest");
    }

    @Test
    void pingOfEndlessTextPassesALimit() {
        assertThat(Splits.decode(() -> HookDecoders.hooksPing(OK), "x".repeat(70_000))
                        .failure(LimitExceededException.class)
                        .limit())
                .isEqualTo("textBytes");
    }

    private static String success(String content) {
        return "<response><returncode>SUCCESS</returncode>" + content + "</response>";
    }

    private static Splits.Outcome<MeetingRunning> running(String flag) {
        return Splits.decode(
                () -> MeetingDecoders.isMeetingRunning(OK),
                "<response><returncode>SUCCESS</returncode>" + flag + "</response>\n");
    }
}
