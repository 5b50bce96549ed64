// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.SharedSecret;
import io.blueflux.model.AttendeeRole;
import io.blueflux.webhook.WebhookEvent.MeetingIds;
import io.blueflux.webhook.WebhookEvent.UserIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookEventTest {
    private static final String MEETING = "'meeting':{'internal-meeting-id':'int','external-meeting-id':'room'}";
    private static final String USER = "'user':{'internal-user-id':'w_a','external-user-id':'u-1'";
    private static final UserIds ADA = new UserIds("w_a", "u-1");

    @Test
    void headOfEveryEvent() {
        WebhookEvent event = decode("user-presenter-assigned", USER + "}");

        assertThat(event.id()).isEqualTo("user-presenter-assigned");
        assertThat(event.timestamp()).isEqualTo(Instant.ofEpochMilli(1767254400100L));
        assertThat(event.meeting()).isEqualTo(new MeetingIds("int", "room"));
        assertThat(requireNonNull(event.json().get("data")).text("type")).isEqualTo("event");
    }

    @ParameterizedTest
    @CsvSource({
        "meeting-ended, MeetingEvent$Ended",
        "meeting-recording-started, MeetingEvent$RecordingMarked",
        "meeting-recording-stopped, MeetingEvent$RecordingMarked",
        "meeting-recording-unhandled, MeetingEvent$RecordingMarked",
        "meeting-screenshare-started, MeetingEvent$ScreenShared",
        "meeting-screenshare-stopped, MeetingEvent$ScreenShared",
        "user-audio-voice-enabled, UserEvent$Audio",
        "user-audio-voice-disabled, UserEvent$Audio",
        "user-audio-muted, UserEvent$Audio",
        "user-audio-unmuted, UserEvent$Audio",
        "user-audio-unhandled, UserEvent$Audio",
        "user-cam-broadcast-start, UserEvent$Camera",
        "user-cam-broadcast-end, UserEvent$Camera",
        "user-presenter-unassigned, UserEvent$Presenter",
        "rap-archive-started, RecordingEvent$Step",
        "rap-sanity-started, RecordingEvent$Step",
        "rap-sanity-ended, RecordingEvent$Step",
        "rap-post-archive-started, RecordingEvent$Step",
        "rap-post-archive-ended, RecordingEvent$Step",
        "rap-process-started, RecordingEvent$Step",
        "rap-process-ended, RecordingEvent$Step",
        "rap-post-process-started, RecordingEvent$Step",
        "rap-post-process-ended, RecordingEvent$Step",
        "rap-publish-started, RecordingEvent$Step",
        "rap-post-publish-started, RecordingEvent$Step",
        "rap-post-publish-ended, RecordingEvent$Step",
        "rap-published, RecordingEvent$StateChanged",
        "rap-unpublished, RecordingEvent$StateChanged",
        "rap-deleted, RecordingEvent$StateChanged",
        "user-promoted, WebhookEvent$Unknown"
    })
    void kindOfEveryId(String id, String type) {
        assertThat(decode(id, MEETING).getClass().getName()).isEqualTo("io.blueflux.webhook." + type);
    }

    @Test
    void meetingCreated() {
        MeetingEvent.Created created = (MeetingEvent.Created) first("""
                {'data':{'id':'meeting-created','attributes':{'meeting':{'name':'Tea','duration':90,'is-breakout':false,
                'parent-id':'bbb-none','create-time':1767254400000,'create-date':'Thu','moderator-pass':'mp-hidden',
                'viewer-pass':'vp-hidden','record':true,'voice-conf':'071','dial-number':'1','max-users':20,
                'metadata':{'b':'2','a':'1','n':3,'o':{'x':[]}},'audioBridge':'livekit','tomorrow':7}}}}""");

        assertThat(created.name()).isEqualTo("Tea");
        assertThat(created.duration()).isEqualTo(Duration.ofMinutes(90));
        assertThat(created.created())
                .isEqualTo(new MeetingEvent.CreateTime(Instant.ofEpochMilli(1767254400000L), "Thu"));
        assertThat(created.access())
                .isEqualTo(new MeetingEvent.Access(
                        Confidential.of("mp-hidden"), Confidential.of("vp-hidden"), "071", "1"));
        assertThat(created.breakout()).isEqualTo(new MeetingEvent.Breakout(false, "bbb-none"));
        assertThat(created.settings()).isEqualTo(new MeetingEvent.Settings(true, 20, "livekit", null, null));
        assertThat(created.metadata()).hasToString("{b=2, a=1, n=3, o={\"x\":[]}}");
        assertThat(created.json().revealJson()).contains("\"tomorrow\":7");
        assertThat(created.toString()).contains("Tea", "071").doesNotContain("hidden");
        assertThat(created.json().toString()).doesNotContain("hidden");
    }

    @Test
    void userJoined() {
        UserEvent.Joined joined = (UserEvent.Joined) decode(
                "user-joined",
                USER + ",'name':'Ada','role':'MODERATOR','presenter':true,'guest':false,'userdata':{'k':'v'},"
                        + "'ip-address':'::1','user-agent':'UA','referer':'r','session-token':'st-hidden'}");

        assertThat(joined.user()).isEqualTo(ADA);
        assertThat(joined.details().role()).isEqualTo(AttendeeRole.MODERATOR);
        assertThat(joined.details().presenter()).isTrue();
        assertThat(joined.details().guest()).isFalse();
        assertThat(joined.details().userdata()).containsOnlyKeys("k");
        assertThat(joined.details().client())
                .isEqualTo(new UserEvent.Client("::1", "UA", Confidential.of("r"), Confidential.of("st-hidden")));
        assertThat(joined.toString()).contains("Ada", "::1").doesNotContain("hidden");
    }

    /** The page that a browser comes from is often the client's own, with the session token in its URL. */
    @Test
    void urlsWithTokensAreConfidential() {
        WebhookEvent joined =
                decode("user-joined", USER + ",'referer':'https://bbb.example.org/html5client/?sessionToken=hidden'}");
        WebhookEvent created =
                decode("meeting-created", "'meeting':{'metadata':{'endcallbackurl':'https://app/end?key=hidden'}}");
        WebhookEvent published = decode(
                "rap-publish-ended", "'recording':{'metadata':{'bbb-recording-ready-url':'https://a/r?k=hidden'}}");

        assertThat(joined.toString()).contains("referer=***").doesNotContain("hidden");
        assertThat(created.toString()).contains("endCallbackUrl=***").doesNotContain("hidden");
        assertThat(published.toString()).contains("recordingReadyUrl=***").doesNotContain("hidden");
    }

    @Test
    void userLeftWithLittle() {
        assertThat(decode("user-left", USER + ",'guest':true}")).isInstanceOfSatisfying(UserEvent.Left.class, left -> {
            assertThat(left.details().guest()).isTrue();
            assertThat(left.details().name()).isNull();
            assertThat(left.details().userdata()).isEmpty();
        });
    }

    @Test
    void whatAUserDoes() {
        assertThat((UserEvent.Audio) decode(
                        "user-audio-voice-enabled", USER + ",'listening-only':false,'sharing-mic':true,'muted':'x'}"))
                .extracting(UserEvent.Audio::listeningOnly, UserEvent.Audio::sharingMic, UserEvent.Audio::muted)
                .containsExactly(false, true, null);
        assertThat(((UserEvent.Camera) decode("user-cam-broadcast-start", USER + ",'stream':'s'}")).stream())
                .isEqualTo("s");
        assertThat(((UserEvent.EmojiChanged) decode("user-emoji-changed", USER + ",'emoji':'none'}")).emoji())
                .isEqualTo("none");
        assertThat(((UserEvent.HandRaised) decode("user-raise-hand-changed", USER + ",'raise-hand':true}")).raiseHand())
                .isTrue();
        assertThat(((UserEvent.HandRaised) decode("user-raise-hand-changed", USER + ",'raiseHand':false}")).raiseHand())
                .isFalse();
    }

    @Test
    void presentationChanged() {
        assertThat(decode("meeting-presentation-changed", "'meeting':{'presentation-id':'p-1'}"))
                .isInstanceOfSatisfying(
                        MeetingEvent.PresentationChanged.class,
                        changed -> assertThat(changed.presentationId()).isEqualTo("p-1"));
    }

    @Test
    void chatMessage() {
        WebhookEvent event = decode(
                "chat-group-message-sent",
                "'chat-message':{'id':'c-1','message':'hi <b>','sender':{'internal-user-id':'w_a','external-user-id':'u-1',"
                        + "'name':'Ada','time':1767254400005}},'chat-id':'MAIN'");

        assertThat(event)
                .isEqualTo(new ChatMessageSent(
                        event.head(), "MAIN", "c-1", "hi <b>", ADA, "Ada", Instant.ofEpochMilli(1767254400005L)));
    }

    @Test
    void polls() {
        WebhookEvent started =
                decode("poll-started", USER + "},'poll':{'id':'p','question':'?','answers':[{'id':0,'key':'Yes'}]}");
        WebhookEvent responded = decode("poll-responded", USER + "},'poll':{'id':'p','answerIds':[0,'1']}");

        assertThat(started)
                .isEqualTo(new PollEvent.Started(
                        started.head(), ADA, "p", "?", List.of(new PollEvent.Answer("0", "Yes"))));
        assertThat(responded).isEqualTo(new PollEvent.Responded(responded.head(), ADA, "p", List.of("0", "1")));
    }

    @Test
    void transcriptAndPad() {
        WebhookEvent transcript = decode(
                "transcript-updated",
                USER + "},'transcript':{'id':'t','transcript':'hello','locale':'en','final':true}");
        WebhookEvent pad = decode(
                "pad-content", "'pad':{'id':'p','external-pad-id':'notes','rev':3,'start':0,'end':4,'text':'text'}");

        assertThat(transcript).isEqualTo(new TranscriptUpdated(transcript.head(), ADA, "t", "hello", "en", true));
        assertThat(pad).isEqualTo(new PadContent(pad.head(), "p", "notes", 3L, 0L, 4L, "text"));
    }

    @Test
    void recordingStepsHaveNoTime() {
        RecordingEvent.Step archived = (RecordingEvent.Step) decode(
                "rap-archive-ended", "'record-id':'r','success':true,'step-time':12,'recorded':true,'duration':99");
        RecordingEvent.Step published = (RecordingEvent.Step) decode(
                "rap-publish-ended",
                "'record-id':'r','success':false,'workflow':'presentation','recording':{'name':'Tea','is-breakout':'false',"
                        + "'start-time':1767254400001.0,'end-time':'1767254400002','size':10,'raw-size':'20','metadata':{'a':'b'},"
                        + "'playback':{'format':'presentation'}}");

        assertThat(archived.timestamp()).isNull();
        assertThat(archived.archived()).isEqualTo(new RecordingEvent.Archived(true, 99L));
        assertThat(archived.stepTime()).isEqualTo(12L);
        assertThat(archived.published()).isNull();
        assertThat(published.success()).isFalse();
        assertThat(published.published()).satisfies(recording -> {
            assertThat(recording.isBreakout()).isFalse();
            assertThat(recording.time())
                    .isEqualTo(new RecordingEvent.Time(
                            Instant.ofEpochMilli(1767254400001L), Instant.ofEpochMilli(1767254400002L)));
            assertThat(recording.size()).isEqualTo(10);
            assertThat(recording.rawSize()).isEqualTo(20);
            assertThat(requireNonNull(recording.playback()).text("format")).isEqualTo("presentation");
            assertThat(recording.download()).isNull();
        });
    }

    @Test
    void recordingStateChanged() {
        WebhookEvent event = decode("rap-published", "'record-id':'r','format':'video'");

        assertThat(event).isEqualTo(new RecordingEvent.StateChanged(event.head(), "r", "video"));
    }

    @Test
    void rawMessageIsKept() {
        WebhookEvent event =
                first("{'envelope':{'name':'UserLeftMsg','routing':{'meetingId':'int'}},'core':{'body':{}}}");

        assertThat(event).isInstanceOfSatisfying(WebhookEvent.Raw.class, raw -> {
            assertThat(raw.name()).isEqualTo("UserLeftMsg");
            assertThat(raw.id()).isNull();
            assertThat(raw.meeting()).isEqualTo(new MeetingIds("int", null));
            assertThat(raw.json().get("core")).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        {'envelope':{'name':'M','routing':{'meetingId':'int'}},'core':{'body':{'meetingId':'other'}}} | int | -
        {'envelope':{'name':'M','routing':{'sender':'web'}},'core':{'header':{'name':'M','meetingId':'int'}}} | int | -
        {'envelope':{'name':'M','routing':{}},'core':{'body':{'meetingId':'int'}}} | int | -
        {'envelope':{'name':'M'},'core':{'body':{'props':{'meetingProp':{'intId':'int','extId':'room'}}}}} | int | room
        {'envelope':{'name':'M'},'core':{'body':{'props':{'password':{'moderatorPass':'s'}}}}} | - | -
        {'envelope':{'name':'M'}} | - | -
        {'header':{'name':'M','timestamp':1},'payload':{'meeting_id':'int','external_meeting_id':'room'}} | int | room
        {'header':{'name':'M'},'payload':{'meeting_id':'int'}} | int | -
        {'header':{'name':'M'},'payload':{}} | - | -
        """)
    void rawMessageNamesItsMeeting(String message, @Nullable String internal, @Nullable String external) {
        assertThat(first(message)).isInstanceOfSatisfying(WebhookEvent.Raw.class, raw -> {
            assertThat(raw.name()).isEqualTo("M");
            assertThat(raw.id()).isNull();
            assertThat(raw.timestamp()).isNull();
            assertThat(raw.meeting()).isEqualTo(new MeetingIds(internal, external));
            assertThat(raw.toString()).doesNotContain("moderatorPass");
        });
    }

    @Test
    void whatIsNoMessageOfTheBusIsUnknown() {
        assertThat(first("{'header':{'name':'M'}}")).isInstanceOf(WebhookEvent.Unknown.class);
        assertThat(first("{'payload':{'meeting_id':'m'}}")).isInstanceOf(WebhookEvent.Unknown.class);
        assertThat(first("{}")).isInstanceOf(WebhookEvent.Unknown.class);
        assertThat(first("null")).isInstanceOf(WebhookEvent.Unknown.class);
        assertThat(first("7")).isInstanceOf(WebhookEvent.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        `token`           | token
        [`token`]         | token
        [null,`a`,`b`]    | a
        []                | -
        null              | -
        {}                | -
        [{}]              | -
        """)
    void aSessionTokenMayStandInAList(String token, @Nullable String read) {
        UserEvent.Joined joined =
                (UserEvent.Joined) decode("user-joined", USER + ",'session-token':" + token.replace('`', '\'') + "}");

        assertThat(joined.details().client().sessionToken()).isEqualTo(Confidential.ofNullable(read));
        assertThat(joined.toString()).doesNotContain("token]").doesNotContain("=token");
    }

    @Test
    void oneThingMayStandWhereAListIsMeantAndTheOtherWayRound() {
        PollEvent.Started started = (PollEvent.Started) decode(
                "poll-started",
                "'user':[{'internal-user-id':'w_a','external-user-id':'u-1'}],"
                        + "'poll':[{'id':['p'],'answers':{'id':0,'key':'Yes'}}]");
        PollEvent.Responded responded =
                (PollEvent.Responded) decode("poll-responded", USER + "},'poll':{'answerIds':1}");

        assertThat(started)
                .isEqualTo(new PollEvent.Started(
                        started.head(), ADA, "p", null, List.of(new PollEvent.Answer("0", "Yes"))));
        assertThat(responded.answerIds()).containsExactly("1");
        assertThat(events("{'data':{'id':'meeting-ended'}}")).singleElement().isInstanceOf(MeetingEvent.Ended.class);
    }

    @Test
    void nullIsAbsentAndNeverAText() {
        PollEvent.Started started = (PollEvent.Started)
                decode("poll-started", USER + "},'poll':{'question':null,'answers':[null,{'id':null,'key':'No'},7]}");
        PollEvent.Responded responded =
                (PollEvent.Responded) decode("poll-responded", USER + "},'poll':{'answerIds':[null,1,[2],'null']}");
        MeetingEvent.Created created = (MeetingEvent.Created) decode(
                "meeting-created", "'meeting':{'name':null,'metadata':{'a':null,'b':'null','c':{},'d':[null],'e':''}}");
        MeetingEvent.Created bare = (MeetingEvent.Created) decode("meeting-created", "'meeting':{'metadata':null}");

        assertThat(started.question()).isNull();
        assertThat(started.answers()).containsExactly(new PollEvent.Answer(null, "No"));
        assertThat(responded.answerIds()).containsExactly("1", "null");
        assertThat(created.name()).isNull();
        assertThat(created.metadata()).isEqualTo(Map.of("b", "null", "c", "{}", "d", "[null]", "e", ""));
        assertThat(bare.metadata()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        true         | true
        `true`       | true
        `TRUE`       | true
        1            | true
        `1`          | true
        [true]       | true
        false        | false
        `false`      | false
        0            | false
        `0`          | false
        ``           | false
        1.0          | -
        2            | -
        `published`  | -
        null         | -
        []           | -
        {}           | -
        """)
    void flagsAreReadAsServersPrintThem(String printed, @Nullable Boolean read) {
        String value = printed.replace('`', '\'');
        UserEvent.Joined joined =
                (UserEvent.Joined) decode("user-joined", USER + ",'presenter':" + value + ",'guest':" + value + "}");

        assertThat(joined.details().presenter()).isEqualTo(read);
        assertThat(joined.details().guest()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        1465591000000      | 1465591000000
        1465591000000.0    | 1465591000000
        1465591000000.5    | 1465591000000
        1.465591E12        | 1465591000000
        `1465591000000.0`  | 1465591000000
        [1465591000000]    | 1465591000000
        1465591000         | -
        1465591000000000   | -
        0                  | -
        -1                 | -
        true               | -
        `soon`             | -
        ``                 | -
        """)
    void timesAreReadAsScriptsPrintThem(String printed, @Nullable Long read) {
        RecordingEvent.Step step = (RecordingEvent.Step)
                decode("rap-publish-ended", "'recording':{'end-time':" + printed.replace('`', '\'') + "}");

        assertThat(requireNonNull(step.published()).time().endTime())
                .isEqualTo(read == null ? null : Instant.ofEpochMilli(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        168019    | 168019
        `168019`  | 168019
        `168,019` | 168019
        5.0E9     | 5000000000
        2.0       | 2
        1.000     | 1
        `1.000`   | 1000
        1.5       | -
        `1.5`     | -
        ``        | -
        `unknown` | -
        true      | -
        """)
    void numbersAreReadAsScriptsPrintThem(String printed, @Nullable Long read) {
        RecordingEvent.Step step = (RecordingEvent.Step)
                decode("rap-publish-ended", "'recording':{'raw-size':" + printed.replace('`', '\'') + "}");

        assertThat(requireNonNull(step.published()).rawSize()).isEqualTo(read);
    }

    @Test
    void severalEventsInOneDeliveryKeepTheirOrder() {
        assertThat(events("[{'data':{'id':'a'}},{'data':{'id':'meeting-ended'}},{'data':{'id':'b'}}]"))
                .extracting(WebhookEvent::id)
                .containsExactly("a", "meeting-ended", "b");
    }

    private static WebhookEvent decode(String id, String attributes) {
        String meeting = attributes.contains("'meeting'") ? "" : MEETING + ",";
        return first("{'data':{'type':'event','id':'" + id + "','attributes':{" + meeting + attributes
                + "},'event':{'ts':1767254400100}}}");
    }

    private static WebhookEvent first(String event) {
        return events("[" + event + "]").get(0);
    }

    private static List<WebhookEvent> events(String array) {
        return WebhookVerifier.of(SharedSecret.of("s3cret"), "https://h/cb")
                .receive(null, "Bearer s3cret", Forms.newer(array.replace('\'', '"')))
                .events();
    }
}
