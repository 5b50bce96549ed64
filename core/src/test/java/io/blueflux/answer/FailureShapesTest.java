// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.MEETINGS;
import static io.blueflux.answer.Contexts.MEETING_INFO;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.AnswerLimits;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureShapesTest {
    @Test
    void keyAndMessageDirectly() {
        ApiFailedException failed = failed("""
                <response>
                <returncode>FAILED</returncode>
                <messageKey>notFound</messageKey>
                <message>We could not find a meeting with that meeting ID &lt;x&gt;</message>
                </response>
                """);

        assertThat(failed.returncode()).isEqualTo("FAILED");
        assertThat(failed.messageKey()).isEqualTo("notFound");
        assertThat(failed.errors())
                .containsExactly(new ApiError("notFound", "We could not find a meeting with that meeting ID <x>"));
        assertThat(failed.status()).isEqualTo(200);
        assertThat(failed)
                .hasMessage("getMeetings on bbb1: the server answered FAILED,"
                        + " notFound: We could not find a meeting with that meeting ID <x>");
    }

    @Test
    void listOfErrorsAsElements() {
        ApiFailedException failed = failed("""
                <response><returncode>FAILED</returncode><errors>
                <error><key>NotUniqueMeetingID</key><message>one</message></error>
                <error><message>two</message><key>MissingParam</key></error>
                <error/></errors></response>""");

        assertThat(failed.errors())
                .containsExactly(
                        new ApiError("NotUniqueMeetingID", "one"),
                        new ApiError("MissingParam", "two"),
                        new ApiError("", ""));
        assertThat(failed.has("MissingParam")).isTrue();
        assertThat(failed.messageKey()).isEqualTo("NotUniqueMeetingID");
    }

    @Test
    void listOfErrorsAsAttributes() {
        assertThat(failed("""
                        <response>
                          <returncode>FAILED</returncode>
                          <errors>
                            <error key='MissingParam' message='You did not pass a &apos;x&apos; parameter.' />
                            <error message="m" key="k"/>
                          </errors>
                        </response>""").errors())
                .containsExactly(
                        new ApiError("MissingParam", "You did not pass a 'x' parameter."), new ApiError("k", "m"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <response><returncode>FAILED</returncode></response> | ''
        <response><returncode>FAILED</returncode><errors></errors></response> | ''
        <response><returncode>FAILED</returncode><messageKey/><message/></response> | ''
        <response><returncode>FAILED</returncode><messageKey>a b</messageKey></response> | a b
        <response><messageKey>k</messageKey><returncode>ERROR</returncode></response> | k
        <response><returncode>FAILURE</returncode><messageKey>k</messageKey></response> | k
        <response><returncode>failed</returncode><messageKey>k</messageKey></response> | k
        """)
    void everythingButSuccessIsFailure(String body, String messageKey) {
        assertThat(failed(body).messageKey()).isEqualTo(messageKey);
    }

    @Test
    void messageAlone() {
        ApiFailedException failed = failed("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<response>\r\n"
                + "<returncode>FAILED</returncode>\r\n<message>No node available</message>\r\n</response>\r\n");

        assertThat(failed.errors()).containsExactly(new ApiError("", "No node available"));
        assertThat(failed.messageKey()).isEmpty();
    }

    @Test
    void balancerSaysErrorInItsOwnOrder() {
        ApiFailedException failed = failed("""
                <?xml version="1.0" encoding="UTF-8"?>
                <response>
                  <version>1</version>
                  <message>no backend</message>
                  <messageKey>b3scale_server_error</messageKey>
                  <returncode>ERROR</returncode>
                </response>""");

        assertThat(failed.returncode()).isEqualTo("ERROR");
        assertThat(failed.isTransient()).isTrue();
    }

    @Test
    void meetingsBeforeAFailureAreDelivered() {
        Splits.Outcome<Meeting> outcome = Splits.decode(MEETINGS, """
                <response><meetings><meeting><meetingID>a</meetingID></meeting></meetings>
                <returncode>FAILED</returncode></response>""");

        assertThat(outcome.values()).hasSize(1);
        outcome.failure(ApiFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"checksumError\",\"message\":\"m\"}}",
                "\n {\"returncode\" : \"FAILED\", \"message\":\"m\", \"messageKey\":\"checksumError\"}\n",
                "{\"x\":[{\"messageKey\":1}],\"response\":{\"data\":{\"returncode\":\"no\"},"
                        + "\"message\":\"m\",\"messageKey\":\"checksumError\",\"returncode\":\"FAILED\"}}"
            })
    void jsonWhereXmlIsExpected(String body) {
        assertThat(failed(body).errors()).containsExactly(new ApiError("checksumError", "m"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{",
                "{\"response\":{\"returncode\":\"SUCCESS\"}}",
                "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"k\"}",
                "{\"response\":{\"returncode\":\"FAILED\"",
                "{\"response\":\"FAILED\"}",
                "{not json}"
            })
    void otherJsonIsMalformed(String body) {
        assertThat(malformed(body)).hasMessageContaining("JSON where XML is expected at byte 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        '' | the body is empty at byte 0
        '   ' | the document ends before its root element does at byte 3
        null | neither XML nor JSON at byte 0
        Unauthorized | neither XML nor JSON at byte 0
        [1] | neither XML nor JSON at byte 0
        <html><body>502</body></html> | the root element is <html>, not <response> at byte 0
        '<!-- x --><html/>' | the root element is <html>, not <response> at byte 10
        <!DOCTYPE html><html><p>1 & 2<br></html> | a document type declaration, which no answer has at byte 0
        <Response><returncode>SUCCESS</returncode></Response> | the root element is <Response>
        <response/> | a <response> without a <returncode> at byte 11
        <response> </response> <x/> | a <response> without a <returncode> at byte 11
        <response><returncode></returncode></response> | a <response> without a <returncode>
        <response><returncode>SUCCESS</returncode> | the document ends before its root element does at byte 42
        <response><1st>x</1st></response> | Unexpected character '1'
        <response><a></b></response> | expected </a>
        """)
    void everythingElseIsMalformed(String body, String problem) {
        assertThat(malformed(body))
                .hasMessageStartingWith("getMeetings on bbb1: ")
                .hasMessageContaining(problem);
    }

    @Test
    void malformedQuotesHowTheBodyStarts() {
        MalformedResponseException malformed =
                malformed("<html>\n<head><title>502\tBad Gateway</title></head>\u0000" + "<p>x</p>".repeat(300));

        assertThat(malformed.bodyStart())
                .startsWith("<html> <head><title>502 Bad Gateway</title></head>.<p>x</p>")
                .hasSizeLessThanOrEqualTo(241);
        assertThat(malformed.isTransient()).isFalse();
    }

    @Test
    void hugeRootNameIsNotQuotedWhole() {
        assertThat(malformed("<" + "x".repeat(1_000) + "/>").getMessage()).hasSizeLessThan(600);
    }

    @Test
    void secondRootIsIgnored() {
        assertThat(failed("""
                        <response><returncode>FAILED</returncode><messageKey>apiNotEnabled</messageKey></response>
                        <response><returncode>SUCCESS</returncode></response>""").messageKey()).isEqualTo("apiNotEnabled");
        assertThat(Splits.decode(
                                MEETING_INFO,
                                "<response><returncode>SUCCESS</returncode><meetingID>a</meetingID></response>"
                                        + "<response><meetingID>b</meetingID></response> & garbage \u0000")
                        .value()
                        .meetingId())
                .isEqualTo("a");
    }

    @Test
    void longListOfErrorsIsCutAtAHundred() {
        String body =
                "<response><returncode>FAILED</returncode><errors>" + "<error/>".repeat(101) + "</errors></response>";

        assertThat(Splits.decode(() -> MeetingDecoders.getMeetings(Contexts.with(200, AnswerLimits.DEFAULT)), body)
                        .failure(ApiFailedException.class)
                        .errors())
                .hasSize(100);
    }

    private static ApiFailedException failed(String body) {
        return Splits.decode(MEETINGS, body).failure(ApiFailedException.class);
    }

    private static MalformedResponseException malformed(String body) {
        return Splits.decode(MEETINGS, body).failure(MalformedResponseException.class);
    }
}
