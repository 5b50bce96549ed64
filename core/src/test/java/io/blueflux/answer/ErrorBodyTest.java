// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.AnswerLimits;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {
    private static final String ENVELOPE =
            "<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey></response>";

    @Test
    void readableEnvelopeSaysWhatIsWrong() {
        for (int size : new int[] {1, 7, 1000}) {
            BbbException error = outcome(500, ENVELOPE, size);

            assertThat(error).isInstanceOfSatisfying(ApiFailedException.class, failed -> {
                assertThat(failed.messageKey()).isEqualTo("checksumError");
                assertThat(failed.status()).isEqualTo(500);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Unauthorized",
                "<html><head><title>502 Bad Gateway</title></head></html>",
                "<!DOCTYPE html><p>x",
                "<response><returncode>FAILED</returncode>",
                "<response><returncode>SUCCESS</returncode></response>",
                "{}",
                "\u0000\u0001"
            })
    void everythingElseIsToldByItsStatus(String body) {
        for (int size : new int[] {1, 7, 1000}) {
            assertThat(outcome(502, body, size)).isInstanceOfSatisfying(HttpStatusException.class, status -> {
                assertThat(status.status()).isEqualTo(502);
                assertThat(status.bodyStart()).isEqualTo(body.replaceAll("[\u0000\u0001]", "."));
                assertThat(status.isTransient()).isTrue();
            });
        }
    }

    @Test
    void envelopeIsSearchedInTheFirst64KilobytesOnly() {
        String late = "<response><message>" + "x".repeat(ErrorBody.MAX_BYTES) + "</message>" + ENVELOPE.substring(10);
        ErrorBody body = new ErrorBody(Contexts.with(403, AnswerLimits.DEFAULT));
        byte[] bytes = late.getBytes(UTF_8);

        assertThat(body.wantsMore()).isTrue();
        body.add(bytes, 0, bytes.length);
        assertThat(body.wantsMore()).isFalse();
        body.add(bytes, 0, bytes.length);
        assertThat(body.finish())
                .isInstanceOfSatisfying(
                        HttpStatusException.class,
                        status -> assertThat(status.isTransient()).isFalse());
    }

    private static BbbException outcome(int status, String text, int size) {
        ErrorBody body = new ErrorBody(Contexts.with(status, AnswerLimits.DEFAULT));
        byte[] bytes = text.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += size) {
            body.add(bytes, at, Math.min(size, bytes.length - at));
        }
        return body.finish();
    }
}
