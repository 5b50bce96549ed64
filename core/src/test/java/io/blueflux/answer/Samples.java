// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.MeetingFields;
import java.util.List;
import java.util.stream.Stream;

/** Every decoder with answers that it reads, by what the calls are about. */
final class Samples {
    private static final String MEETING = """
            <meetingName>Física &amp; 授業</meetingName><meetingID>m-1</meetingID><internalMeetingID>f1-1767254400000</internalMeetingID>
            <createTime>1767254400000</createTime><voiceBridge>70757</voiceBridge><attendeePW>ap</attendeePW><moderatorPW>mp</moderatorPW>
            <running>true</running><duration>0</duration><startTime>1767254400001</startTime><endTime>0</endTime>
            <participantCount>1,234</participantCount><listenerCount>2</listenerCount><maxUsers>0</maxUsers>
            <attendees><attendee><userID>w_1</userID><fullName>é 🎉</fullName><role>MODERATOR</role><isPresenter>true</isPresenter>
            <hasVideo>false</hasVideo><clientType>HTML5</clientType><customdata><k a="1">v</k></customdata></attendee></attendees>
            <metadata><bbb-origin>x</bbb-origin><k><![CDATA[a]]></k><empty/></metadata><isBreakout>true</isBreakout>
            <parentMeetingID>p</parentMeetingID><sequence>1</sequence><freeJoin>false</freeJoin>
            <breakoutRooms><breakout>b-1</breakout></breakoutRooms><new b='2'>t<y/>授</new>""";
    static final String MEETINGS = "<meetings><meeting>" + MEETING
            + "</meeting>\n<!-- c --><meeting><meetingID>m-2</meetingID></meeting></meetings>";

    static final String RECORDINGS = """
            <recordings><recording><recordID>r-1</recordID><meetingID>m&#39;1</meetingID><name>é &lt;x&gt;</name><published>true</published>
            <state>published</state><startTime>1767254400000</startTime><endTime>1767254400009</endTime><participants>3</participants>
            <rawSize>1.234</rawSize><metadata><k-1>v &lt;</k-1><meetingName>N</meetingName></metadata><size>7</size><playback><format>
            <type>presentation</type><url>https://h/p?token=t</url><processingTime>7177</processingTime><length>0</length><preview><images>
            <image alt="a &amp; b" height="136" width="176">https://h/1.png</image><image width='1'>https://h/2.png</image></images></preview>
            </format></playback><data></data></recording><recording><recordID>r-2</recordID><isBreakout>true</isBreakout>
            <breakout><parentId>p</parentId><sequence>2</sequence></breakout></recording></recordings><totalElements>2</totalElements>""";
    private static final String SESSIONS = """
            <sessions><meeting><meetingID>m-1</meetingID><meetingName>N</meetingName><userName>Änne</userName></meeting></sessions>""";
    private static final String HOOKS = """
            <hooks><hook><hookID>1</hookID><callbackURL><![CDATA[https://h/a?key=k&x=1]]></callbackURL><eventID>user-joined, user-left</eventID>
            <permanentHook>true</permanentHook><rawData>0</rawData></hook><hook><hookID>2</hookID><meetingID>m</meetingID></hook></hooks>""";
    private static final String TRACKS = """
            {"response":{"returncode":"SUCCESS","tracks":[{"href":"https://h/c/1.vtt","kind":"subtitles","label":"é","lang":"en-US",
            "source":"upload"},{"kind":"captions","more":{"a":[1,null,true,"\\u00e9"]}}]}}""";

    static final List<Sample<?>> ABOUT_MEETINGS = List.of(
            Sample.of("create", MeetingDecoders::create, MEETING + "<messageKey>duplicateWarning</messageKey>"),
            Sample.of("isMeetingRunning", MeetingDecoders::isMeetingRunning, "<running>true</running>"),
            Sample.of(
                    "end", MeetingDecoders::end, "<messageKey>sentEndMeetingRequest</messageKey><message>m</message>"),
            Sample.of(
                    "getMeetings",
                    MeetingDecoders::getMeetings,
                    MEETINGS,
                    "<meetings/><messageKey>noMeetings</messageKey>"),
            Sample.of("getMeetings", context -> MeetingDecoders.getMeetings(context, MeetingFields.COUNTERS), MEETINGS),
            Sample.of(
                    "getMeetings",
                    context -> MeetingDecoders.getMeetings(context, MeetingFields.COUNTERS_AND_METADATA),
                    MEETINGS),
            Sample.of("getMeetingInfo", MeetingDecoders::getMeetingInfo, MEETING),
            Sample.of(
                    "insertDocument",
                    MeetingDecoders::insertDocument,
                    "<message>Presentation is being uploaded</message>"),
            Sample.of("sendChatMessage", MeetingDecoders::sendChatMessage, "<message/>"));

    static final List<Sample<?>> ABOUT_RECORDINGS = List.of(
            Sample.of(
                    "getRecordings",
                    RecordingDecoders::getRecordings,
                    RECORDINGS,
                    "<messageKey>noRecordings</messageKey>"),
            Sample.of("getRecordingsParts", RecordingDecoders::getRecordingsParts, RECORDINGS),
            Sample.of(
                    "getRecordingsPage",
                    RecordingDecoders::getRecordingsPage,
                    RECORDINGS,
                    "<recordings/><pagination><totalElements>9</totalElements></pagination>"),
            Sample.of("publishRecordings", RecordingDecoders::publishRecordings, "<published>unpublished</published>"),
            Sample.of("deleteRecordings", RecordingDecoders::deleteRecordings, "<deleted>true</deleted>"),
            Sample.of("updateRecordings", RecordingDecoders::updateRecordings, "<updated>1</updated>"));

    static final List<Sample<?>> ABOUT_USERS = List.of(
            Sample.of("join", UserDecoders::join, """
                    <meeting_id>f1</meeting_id><user_id>w_1</user_id><auth_token>at</auth_token><session_token>st</session_token>
                    <guestStatus>ALLOW</guestStatus><url>https://h/html5client/?sessionToken=st</url>"""),
            Sample.of("getSessions", UserDecoders::getSessions, SESSIONS, "<messageKey>noSessions</messageKey>"),
            Sample.of("getJoinUrl", UserDecoders::getJoinUrl, """
                    {"response":{"returncode":"SUCCESS","message":"m","url":"https://h/join?checksum=ab"}}"""),
            Sample.of("learningDashboard", UserDecoders::learningDashboard, """
                    {"response":{"returncode":"SUCCESS","data":"{\\"a\\":1}","sessionToken":"st"}}"""));

    static final List<Sample<?>> ABOUT_HOOKS = List.of(
            Sample.of(
                    "hooksCreate",
                    HookDecoders::hooksCreate,
                    "<hookID>7</hookID><permanentHook>false</permanentHook><rawData>true</rawData>"),
            Sample.of("hooksList", HookDecoders::hooksList, HOOKS),
            Sample.of("hooksDestroy", HookDecoders::hooksDestroy, "<removed>true</removed>"),
            Sample.of("hooksPing", HookDecoders::hooksPing, "bbb-webhooks API up!\n"));

    static final List<Sample<?>> ABOUT_CAPTIONS = List.of(
            Sample.of(
                    "getRecordingTextTracks",
                    TextTrackDecoders::getRecordingTextTracks,
                    TRACKS,
                    "<tracks><track><kind>captions</kind><lang>de</lang></track></tracks>"),
            Sample.of("putRecordingTextTrack", TextTrackDecoders::putRecordingTextTrack, """
                    {"response":{"messageKey":"upload_text_track_success","message":"m","recordId":"r-1","returncode":"SUCCESS"}}"""));

    static final List<Sample<?>> OF_ANY_CALL = List.of(
            Sample.of("tree", TreeDecoders::tree, MEETING, RECORDINGS, TRACKS),
            Sample.of("treeOfCall", TreeDecoders::treeOfCall, MEETING, "{\"a\":{\"b\":[1,{}]}}"),
            Sample.of("version", RootDecoders::version, """
                    <version>2.0</version><apiVersion>2.0</apiVersion><bbbVersion>3.0.4</bbbVersion>
                    <graphqlApiUrl>https://h/api/rest</graphqlApiUrl><build>1.6</build>"""));

    /** What any call may be answered. */
    static final List<String> FAILURES = List.of(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <response><returncode>FAILED</returncode><errors><error key="k" message='m'/><error><key>k2</key>
            <message>m &lt; &#39;n&#x27;</message></error></errors><messageKey>x</messageKey></response>""",
            """
            \n{"response":{"returncode":"FAILED","messageKey":"checksumError","message":"m é"}}""",
            """
            <html>
            <head><title>502 Bad Gateway</title></head>
            </html>""",
            "<response><returncode>FAILED</returncode><message>not for %s</message></response>"
                    .formatted(Contexts.SECRET));

    private Samples() {}

    static Stream<Sample<?>> all() {
        return Stream.of(ABOUT_MEETINGS, ABOUT_RECORDINGS, ABOUT_USERS, ABOUT_HOOKS, ABOUT_CAPTIONS, OF_ANY_CALL)
                .flatMap(List::stream);
    }
}
