// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.RequestBodyException;
import io.blueflux.error.TransportException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorLineTest {
    private static final CallSite SITE = new CallSite("bbb.example.org", "create");
    private static final String START = "call=create server=bbb.example.org ";

    @Test
    void everyKindOfErrorHasItsLine() {
        Map<BbbException, String> lines = new LinkedHashMap<>();
        lines.put(failure(), "messageKey=someKey message=\"No.\"");
        lines.put(
                new HttpStatusException(SITE, 502, "<html>"),
                "error=http-status status=502 message=\"HTTP status 502, body starts: <html>\"");
        lines.put(
                new RedirectedException(SITE, 302, "https://h"),
                "error=redirected status=302 target=https://h message=\"HTTP status 302 to https://h\"");
        lines.put(
                new MalformedResponseException(SITE, "no XML", 7, "{}", null),
                "error=malformed position=7 message=\"no XML at byte 7 of the body, which starts: {}\"");
        lines.put(
                new LimitExceededException(SITE, "maxBodyBytes", 10),
                "error=limit limit=maxBodyBytes bound=10 message=\"the answer passes the limit maxBodyBytes = 10\"");
        lines.put(
                new TransportException(SITE, TransportException.Kind.CONNECT_FAILED, "nobody is there", null),
                "error=transport kind=connect-failed message=\"nobody is there\"");
        lines.put(
                new CallTimeoutException(SITE, CallTimeoutException.Stage.DEADLINE, null, null),
                "error=timeout stage=deadline message=\"the call was not done\"");
        lines.put(
                new RequestBodyException(SITE, "slides \"1\".pdf", "may not be read", null),
                "error=request-body content=\"slides \\\"1\\\".pdf\" message=\"slides \\\"1\\\".pdf may not be read\"");

        lines.forEach((error, line) -> assertThat(ErrorLine.of(error)).isEqualTo(START + line));
        assertThat(lines.keySet().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(BbbException.class.getPermittedSubclasses());
    }

    @Test
    void anExplanationIsAHintAndNotRepeatedInTheMessage() {
        assertThat(ErrorLine.of(failure().explained("The secret is another.")))
                .isEqualTo(START + "messageKey=someKey message=\"No.\" hint=\"The secret is another.\"");
        assertThat(ErrorLine.of(new HttpStatusException(SITE, 401, "").explained("The secret is another.")))
                .isEqualTo(START + "error=http-status status=401 message=\"HTTP status 401\""
                        + " hint=\"The secret is another.\"");
    }

    @Test
    void aFileThatCannotBeSentIsWrongUsage() {
        assertThat(ExitStatus.of(new RequestBodyException(SITE, "a.pdf", "may not be read", null)))
                .isEqualTo(2);
    }

    private static ApiFailedException failure() {
        return new ApiFailedException(SITE, "FAILED", List.of(new ApiError("someKey", "No.")), 200);
    }
}
