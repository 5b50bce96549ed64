// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.AnswerLimits;
import io.blueflux.Confidential;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Element;
import io.blueflux.model.JoinUrl;
import io.blueflux.model.LearningDashboard;
import io.blueflux.model.Status;
import io.blueflux.model.TextTrack;
import io.blueflux.model.UploadedTextTrack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers that are usually JSON, and those of calls that we do not know. */
class TreeAnswersTest {
    private static final Status SUCCESS = new Status("SUCCESS", null, null);

    @Test
    void textTracksAreRead() {
        assertThat(Splits.decode(() -> TextTrackDecoders.getRecordingTextTracks(OK), """
                        { "response": { "returncode": "SUCCESS", "tracks": [
                          {"href":"https://h/c/1.vtt","kind":"subtitles","label":"English","lang":"en-US","source":"upload"},
                          {"kind":"captions","more":{"a":1}} ] } }""")
                        .values())
                .containsExactly(
                        new TextTrack(
                                Confidential.of("https://h/c/1.vtt"),
                                "subtitles",
                                "English",
                                "en-US",
                                "upload",
                                List.of()),
                        new TextTrack(null, "captions", null, null, null, List.of(tree("more", leaf("a", "1")))));
    }

    @Test
    void sameAnswerInXmlIsTheSame() {
        assertThat(Splits.decode(() -> TextTrackDecoders.getRecordingTextTracks(OK), """
                        <response><returncode>SUCCESS</returncode><tracks><track><kind>captions</kind><lang>de</lang></track></tracks>
                        </response>""")
                        .values())
                .containsExactly(new TextTrack(null, "captions", null, "de", null, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'response':{'returncode':'SUCCESS','tracks':{'href':'u','lang':'de'}}}",
                "{'returncode':'SUCCESS','tracks':{'href':'u','lang':'de'}}",
                "{'returncode':'SUCCESS','tracks':[{'href':'u','lang':'de'}]}",
                "{'returncode':'SUCCESS','tracks':[null,{'href':'u','lang':'de','label':null},7]}",
                "{'returncode':'SUCCESS','tracks':[[{'href':'u','lang':'de'}]]}",
                "{'returncode':'SUCCESS','tracks':{'track':{'href':'u','lang':'de'}}}",
                "{'returncode':'SUCCESS','tracks':{'track':[{'href':'u','lang':'de'}]}}",
                "{'returncode':'SUCCESS','tracks':{'0':{'href':'u','lang':'de'}}}",
                "{'returncode':'SUCCESS','tracks':[{'href':['u'],'lang':['de','en']}]}",
                "<response><returncode>SUCCESS</returncode><tracks><href>u</href><lang>de</lang></tracks></response>"
            })
    void oneTrackIsOneTrackHoweverItIsWrapped(String body) {
        assertThat(Splits.decode(() -> TextTrackDecoders.getRecordingTextTracks(OK), body.replace('\'', '"'))
                        .values())
                .containsExactly(new TextTrack(Confidential.of("u"), null, null, "de", null, List.of()));
    }

    @Test
    void eachOfSeveralTracksIsRead() {
        assertThat(Splits.decode(
                                () -> TextTrackDecoders.getRecordingTextTracks(OK),
                                "{\"returncode\":\"SUCCESS\",\"tracks\":{\"track\":[{\"lang\":\"de\"},{\"lang\":\"en\"}]}}")
                        .values())
                .extracting(TextTrack::lang)
                .containsExactly("de", "en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'returncode':'FAILED','errors':[{'key':'k','message':'m'}]}",
                "{'returncode':'FAILED','errors':{'key':'k','message':'m'}}",
                "{'returncode':'FAILED','errors':{'error':{'key':'k','message':'m'}}}",
                "{'returncode':'FAILED','errors':{'error':[{'key':'k','message':'m'}]}}",
                "{'returncode':'FAILED','errors':[null,{'key':['k'],'message':'m'}]}",
                "{'returncode':['FAILED'],'messageKey':['k'],'message':'m','errors':null}",
                "<response><returncode>FAILED</returncode><errors><key>k</key><message>m</message></errors></response>",
                "<response><returncode>FAILED</returncode><errors key='k' message='m'/></response>",
                "<response><returncode>FAILED</returncode><errors><error><key>k</key><message>m</message></error></errors>"
                        + "</response>",
                "<response><returncode>FAILED</returncode><errors><error><error key='k' message='m'/></error></errors>"
                        + "</response>"
            })
    void oneReasonIsOneReasonHoweverItIsWrapped(String body) {
        String text = body.startsWith("<") ? body : body.replace('\'', '"');

        assertThat(Splits.decode(() -> TextTrackDecoders.getRecordingTextTracks(OK), text)
                        .failure(ApiFailedException.class)
                        .errors())
                .containsExactly(new ApiError("k", "m"));
        assertThat(Splits.decode(() -> TreeDecoders.tree(OK), text)
                        .failure(ApiFailedException.class)
                        .errors())
                .containsExactly(new ApiError("k", "m"));
    }

    @Test
    void reasonsThatAreTextsAreMessages() {
        assertThat(Splits.decode(() -> TreeDecoders.tree(OK), "{\"returncode\":\"FAILED\",\"errors\":[\"a\",\"b\"]}")
                        .failure(ApiFailedException.class)
                        .errors())
                .containsExactly(new ApiError("", "a"), new ApiError("", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"noRecordings\",\"message\":\"none\"}}",
                "{\"returncode\":\"FAILED\",\"messageKey\":\"noRecordings\",\"message\":\"none\"}",
                "<response><returncode>FAILED</returncode><messageKey>noRecordings</messageKey><message>none</message></response>",
                "<response><returncode>FAILED</returncode><errors><error key='noRecordings' message='none'/></errors></response>"
            })
    void failureIsTheSameInEveryForm(String body) {
        assertThat(Splits.decode(() -> TextTrackDecoders.getRecordingTextTracks(OK), body)
                        .failure(ApiFailedException.class)
                        .errors())
                .containsExactly(new ApiError("noRecordings", "none"));
        assertThat(Splits.decode(() -> TreeDecoders.tree(OK), body)
                        .failure(ApiFailedException.class)
                        .errors())
                .containsExactly(new ApiError("noRecordings", "none"));
    }

    @Test
    void uploadJoinUrlAndDashboardAreRead() {
        assertThat(Splits.decode(
                                () -> TextTrackDecoders.putRecordingTextTrack(OK),
                                "{\"response\":{\"messageKey\":\"upload_text_track_success\",\"message\":\"m\",\"recordId\":\"r-1\",\"returncode\":\"SUCCESS\"}}")
                        .value())
                .isEqualTo(new UploadedTextTrack(
                        new Status("SUCCESS", "upload_text_track_success", "m"), "r-1", List.of()));
        JoinUrl url = Splits.decode(
                        () -> UserDecoders.getJoinUrl(OK),
                        "{\"response\":{\"returncode\":\"SUCCESS\",\"message\":\"m\",\"url\":\"https://h/join?&a=b&checksum=5e5\"}}")
                .value();
        assertThat(url.url()).isEqualTo(Confidential.of("https://h/join?&a=b&checksum=5e5"));
        assertThat(url.toString()).doesNotContain("5e5");
        LearningDashboard dashboard = Splits.decode(
                        () -> UserDecoders.learningDashboard(OK),
                        "{\"response\":{\"returncode\":\"SUCCESS\",\"data\":\"{\\\"users\\\":{}}\",\"sessionToken\":\"t0k3n\"}}")
                .value();
        assertThat(dashboard)
                .isEqualTo(new LearningDashboard(SUCCESS, "{\"users\":{}}", Confidential.of("t0k3n"), List.of()));
        assertThat(dashboard.toString()).doesNotContain("t0k3n").doesNotContain("users");
    }

    @Test
    void joinUrlWithoutUrlIsMalformed() {
        assertThat(Splits.decode(() -> UserDecoders.getJoinUrl(OK), "{\"response\":{\"returncode\":\"SUCCESS\"}}")
                        .failure(MalformedResponseException.class))
                .hasMessageContaining("an answer without a url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "{\"response\":{\"returncode\":\"SUCCESS\"", "{}", "<html></html>"})
    void otherBodiesAreMalformed(String body) {
        assertThat(Splits.decode(() -> TextTrackDecoders.getRecordingTextTracks(OK), body)
                        .failure(MalformedResponseException.class))
                .hasMessageContaining("getMeetings on bbb1");
    }

    @Test
    void jsonIsBoundLikeAnItem() {
        String body = "{\"response\":{\"returncode\":\"SUCCESS\",\"url\":\"u\"}}";
        AnswerLimits limits = AnswerLimits.DEFAULT.withItemBytes(body.length());

        assertThat(Splits.decode(() -> UserDecoders.getJoinUrl(Contexts.with(limits)), body)
                        .problem())
                .isEmpty();
        assertThat(Splits.decode(() -> UserDecoders.getJoinUrl(Contexts.with(limits)), body + " ")
                        .failure(LimitExceededException.class)
                        .limit())
                .isEqualTo("itemBytes");
    }

    @Test
    void jsonWhereXmlIsExpectedIsMalformed() {
        assertThat(Splits.decode(() -> MeetingDecoders.end(OK), "{\"response\":{\"returncode\":\"SUCCESS\"}}")
                        .failure(MalformedResponseException.class))
                .hasMessageContaining("JSON where XML is expected");
    }

    @Test
    void unknownCallsAnswerIsKeptWhole() {
        assertThat(Splits.decode(() -> TreeDecoders.tree(OK), """
                        <?xml version="1.0"?>
                        <config a="1" b='2'>text <z/><y c="&amp;3">é<x>1</x></y><z>2</z></config>""").value())
                .isEqualTo(new Element(
                        "config",
                        Map.of("a", "1", "b", "2"),
                        "text",
                        List.of(
                                leaf("z", ""),
                                new Element("y", Map.of("c", "&3"), "é", List.of(leaf("x", "1"))),
                                leaf("z", "2"))));
        assertThat(Splits.decode(() -> TreeDecoders.tree(OK), success("<x>1</x>"))
                        .value())
                .isEqualTo(tree("response", leaf("returncode", "SUCCESS"), leaf("x", "1")));
        assertThat(Splits.decode(() -> TreeDecoders.tree(OK), "{\"stunServers\":[{\"url\":\"u\"}],\"n\":1}")
                        .value())
                .isEqualTo(tree("response", tree("stunServers", tree("item", leaf("url", "u"))), leaf("n", "1")));
    }

    @Test
    void unknownCallsAnswerKeepsTheLimits() {
        AnswerContext small = Contexts.with(AnswerLimits.DEFAULT.withAnswerBytes(20));
        assertThat(Splits.decode(() -> TreeDecoders.tree(small), "{\"a\":\"" + "x".repeat(30) + "\"}")
                        .failure(LimitExceededException.class)
                        .limit())
                .isEqualTo("answerBytes");
        AnswerContext flat = Contexts.with(AnswerLimits.DEFAULT.withDepth(3));
        assertThat(Splits.decode(() -> TreeDecoders.tree(flat), "<a><b><c><d/></c></b></a>")
                        .failure(LimitExceededException.class)
                        .limit())
                .isEqualTo("depth");
    }

    @Test
    void everyCutOfAnUnknownCallsAnswerIsMalformed() {
        byte[] body = "<config a='1'><b>2</b></config>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Splits.checkEveryCutIsMalformed(() -> TreeDecoders.tree(OK), body, body.length);
    }

    private static String success(String content) {
        return "<response><returncode>SUCCESS</returncode>" + content + "</response>";
    }

    private static Element leaf(String name, String text) {
        return new Element(name, Map.of(), text, List.of());
    }

    private static Element tree(String name, Element... children) {
        return new Element(name, Map.of(), "", List.of(children));
    }
}
