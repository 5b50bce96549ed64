// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.AnswerLimits;
import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.Confidential;
import io.blueflux.SharedSecret;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import io.blueflux.parameter.Blotter;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsInErrorsTest {
    private static final String PASSWORD = "pa55&word";
    private static final String TOKEN = "7xkq2hyd8ao1ncvb";
    private static final AnswerContext CONTEXT = new AnswerContext(
            new CallSite("bbb1", "create"),
            200,
            AnswerLimits.DEFAULT,
            Contexts.blotter(Map.of("attendeePW", PASSWORD, "moderatorPW", "m0d3rat0r")));

    private static final String ECHO = "GET /api/create?attendeePW=pa55%26word&checksum=" + TOKEN + " " + PASSWORD
            + " pa55&amp;word m0d3rat0r " + SECRET + " sessionToken=" + TOKEN + " {\"auth_token\":\"" + TOKEN + "\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "<html>%s</html>",
                "<!DOCTYPE html><p>%s",
                "<response><returncode>SUCCESS</returncode>%s</response",
                "<response><returncode><![CDATA[%s]]></returncode></response>",
                "<response><returncode>FAILED</returncode><messageKey><![CDATA[%s]]></messageKey></response>",
                "<response><returncode>FAILED</returncode><message><![CDATA[%s]]></message></response>",
                "<response><returncode>FAILED</returncode><errors><error><key><![CDATA[%s]]></key></error></errors></response>",
                "{%s}",
                "{\"returncode\":\"FAILED\",\"message\":\"m0d3rat0r " + SECRET + " checksum=" + TOKEN + "\"}"
            })
    void errorsShowNoSecretOfTheRequest(String form) {
        BbbException error = Splits.decode(() -> MeetingDecoders.create(CONTEXT), form.replace("%s", ECHO))
                .failure(BbbException.class);
        checkClean(printed(error));
    }

    @Test
    void partsOfErrorsShowNoSecretEither() {
        MalformedResponseException malformed =
                Splits.decode(() -> MeetingDecoders.create(CONTEXT), ECHO).failure(MalformedResponseException.class);
        ApiFailedException failed = Splits.decode(
                        () -> MeetingDecoders.create(CONTEXT),
                        "<response><returncode>FAILED</returncode><message><![CDATA[" + ECHO
                                + "]]></message></response>")
                .failure(ApiFailedException.class);

        checkClean(malformed.bodyStart());
        checkClean(failed.errors().toString());
        assertThat(malformed.bodyStart()).startsWith("GET /api/create?attendeePW=***&checksum=***");
    }

    @Test
    void secretThatIsCutAtTheEdgeOfWhatIsKeptIsNotQuoted() {
        for (int filler = 0; filler < 1_200; filler++) {
            String body = "<p>sessionToken=" + "t".repeat(filler) + " " + SECRET + " more " + "x".repeat(1_200);
            MalformedResponseException malformed = Splits.whole(
                            () -> MeetingDecoders.create(CONTEXT), body.getBytes(UTF_8))
                    .failure(MalformedResponseException.class);

            assertThat(malformed.bodyStart())
                    .doesNotContain(SECRET.substring(0, 6))
                    .doesNotContain("tt");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "secret", "tenant"})
    void aLongSecretThatIsCutAtTheEdgeIsNotQuoted(String kind) {
        String longSecret = "L0ng".repeat(150) + "&s3cret ".repeat(50).strip();
        AnswerContext context = new AnswerContext(CONTEXT.site(), 200, AnswerLimits.DEFAULT, blotter(kind, longSecret));
        for (int filler = 0; filler < 3_000; filler += 7) {
            String text = "t".repeat(filler) + "/" + longSecret + " more " + "x".repeat(3_000);
            MalformedResponseException malformed = Splits.whole(
                            () -> MeetingDecoders.create(context), ("<p>" + text).getBytes(UTF_8))
                    .failure(MalformedResponseException.class);
            ApiFailedException failed = Splits.whole(
                            () -> MeetingDecoders.create(context),
                            ("<response><returncode>FAILED</returncode><messageKey><![CDATA[" + text
                                            + "]]></messageKey><message><![CDATA[" + text + "]]></message></response>")
                                    .getBytes(UTF_8))
                    .failure(ApiFailedException.class);

            assertThat(printed(malformed)).doesNotContain("L0");
            assertThat(printed(failed)).doesNotContain("L0");
        }
    }

    private static Blotter blotter(String kind, String secret) {
        Validation lenient = Validation.LENIENT;
        return switch (kind) {
            case "password" ->
                Blotter.of(
                        SharedSecret.of(SECRET),
                        RequestParameters.of(ApiCall.CREATE, Map.of("attendeePW", secret), lenient));
            case "secret" -> Blotter.of(SharedSecret.of(secret), RequestParameters.NONE);
            default ->
                Blotter.of(BbbServer.of("https://h/" + secret.replace(" ", "%20"), SECRET), RequestParameters.NONE);
        };
    }

    @Test
    void errorBodiesAreBlotted() {
        ErrorBody body = new ErrorBody(new AnswerContext(CONTEXT.site(), 502, CONTEXT.limits(), CONTEXT.blotter()));
        byte[] bytes = ("<html>" + ECHO).getBytes(UTF_8);
        body.add(bytes, 0, bytes.length);
        BbbException error = body.finish();

        assertThat(error).isInstanceOf(HttpStatusException.class);
        checkClean(printed(error));
    }

    @Test
    void meetingsHideTheirPasswords() {
        Meeting meeting = Splits.decode(
                        () -> MeetingDecoders.getMeetingInfo(CONTEXT),
                        "<response><returncode>SUCCESS</returncode><meetingID>m</meetingID><attendeePW>a-secret</attendeePW>"
                                + "<moderatorPW>m-secret</moderatorPW></response>")
                .value();

        assertThat(meeting.access().attendeePw()).isEqualTo(Confidential.of("a-secret"));
        assertThat(meeting.toString()).doesNotContain("secret").contains("attendeePw=***, moderatorPw=***");
    }

    private static String printed(BbbException error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void checkClean(String text) {
        assertThat(text)
                .doesNotContain(TOKEN)
                .doesNotContain(SECRET)
                .doesNotContain(PASSWORD)
                .doesNotContain("pa55%26word")
                .doesNotContain("pa55&amp;word")
                .doesNotContain("m0d3rat0r");
    }
}
