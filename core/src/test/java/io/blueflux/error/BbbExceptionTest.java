// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BbbExceptionTest {
    private static final CallSite SITE = new CallSite("bbb1", "getMeetings");

    @Test
    void everyErrorNamesServerAndCall() {
        BbbException error = new HttpStatusException(SITE, 502, "<html>");

        assertThat(error.server()).isEqualTo("bbb1");
        assertThat(error.call()).isEqualTo("getMeetings");
        assertThat(error).hasMessage("getMeetings on bbb1: HTTP status 502, body starts: <html>");
    }

    @ParameterizedTest
    @CsvSource({
        "400,false",
        "401,false",
        "404,false",
        "408,true",
        "425,true",
        "429,true",
        "500,false",
        "502,true",
        "503,true",
        "504,true"
    })
    void statusTellsWhetherItPasses(int status, boolean passes) {
        HttpStatusException error = new HttpStatusException(SITE, status, "");

        assertThat(error.isTransient()).isEqualTo(passes);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error).hasMessage("getMeetings on bbb1: HTTP status " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "serverUnavailable,true",
        "noInstanceFound,true",
        "internalError,true",
        "notFound,false",
        "checksumError,false",
        "'',false"
    })
    void messageKeyTellsWhetherItPasses(String key, boolean passes) {
        ApiFailedException error = new ApiFailedException(SITE, "FAILED", List.of(new ApiError(key, "")), 200);

        assertThat(error.isTransient()).isEqualTo(passes);
        assertThat(error.has(key)).isTrue();
        assertThat(error.has("other")).isFalse();
    }

    @Test
    void wordsOfTheServerStayOnOneLine() {
        ApiFailedException failed = new ApiFailedException(
                SITE, "FAILED", List.of(new ApiError("k", "a\r\nINFO forged\u001b[31m\u2028b")), 200);

        assertThat(failed).hasMessageEndingWith("k: a INFO forged [31m b");
        assertThat(failed.errors().get(0).message()).contains("\n");
    }

    @Test
    void wordsOfTheServerNeitherDriveTheTerminalNorTurnTheLine() {
        ApiFailedException failed = new ApiFailedException(
                SITE, "FAILED\u009b", List.of(new ApiError("k\u202e", "a\u009d0;x\u0085b\u2066\u2069c")), 200);

        assertThat(failed).hasMessageEndingWith("FAILED , k : a 0;x b c");
    }

    @Test
    void failureWithoutReasonsSaysSo() {
        ApiFailedException error = new ApiFailedException(SITE, "FAILED", List.of(), 200);

        assertThat(error).hasMessage("getMeetings on bbb1: the server answered FAILED");
        assertThat(error.messageKey()).isEmpty();
    }

    @Test
    void redirectNamesTheHostOnly() {
        RedirectedException error = new RedirectedException(SITE, 302, "https://login.example.org");

        assertThat(error).hasMessage("getMeetings on bbb1: HTTP status 302 to https://login.example.org");
        assertThat(error.isTransient()).isFalse();
        assertThat(new RedirectedException(SITE, 301, "")).hasMessageContaining("301 without a target");
    }

    @ParameterizedTest
    @EnumSource(
            value = TransportException.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TLS_FAILED", "PROXY_REFUSED", "NOT_HTTP", "CLIENT_CLOSED"})
    void troubleOfTheWirePasses(TransportException.Kind kind) {
        TransportException error = new TransportException(SITE, kind, "reset", new IOException("x"));

        assertThat(error.isTransient()).isTrue();
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error).hasMessage("getMeetings on bbb1: reset").hasCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = TransportException.Kind.class,
            names = {"TLS_FAILED", "PROXY_REFUSED", "NOT_HTTP", "CLIENT_CLOSED"})
    void whatAPersonMustLookAtDoesNotPass(TransportException.Kind kind) {
        assertThat(new TransportException(SITE, kind, "x", null).isTransient()).isFalse();
    }

    @Test
    void timeoutsAreExplained() {
        CallTimeoutException error = new CallTimeoutException(
                        SITE, CallTimeoutException.Stage.CONNECT, Duration.ofSeconds(2), null)
                .explained("a firewall");

        assertThat(error).hasMessage("getMeetings on bbb1: no connection after 2000 ms; a firewall");
        assertThat(error.bound()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(CallTimeoutException.Stage.class)
    void timeoutSaysWhichClockRanOut(CallTimeoutException.Stage stage) {
        CallTimeoutException error = new CallTimeoutException(SITE, stage, Duration.ofSeconds(2), null);

        assertThat(error.stage()).isEqualTo(stage);
        assertThat(error.bound()).isEqualTo(Duration.ofSeconds(2));
        assertThat(error.isTransient()).isTrue();
        assertThat(error).hasMessageEndingWith("after 2000 ms");
        assertThat(new CallTimeoutException(SITE, stage, null, null).getMessage())
                .doesNotContain("after");
    }

    @ParameterizedTest
    @EnumSource(TransportException.Kind.class)
    void whereThereWasNoConnectionNothingWasSent(TransportException.Kind kind) {
        boolean isUnsent = switch (kind) {
            case NAME_NOT_RESOLVED, CONNECT_FAILED, TLS_FAILED, PROXY_REFUSED, POOL_EXHAUSTED -> true;
            default -> false;
        };

        assertThat(new TransportException(SITE, kind, "x", null).isUnsent()).isEqualTo(isUnsent);
    }

    @ParameterizedTest
    @CsvSource({"CONNECT,true", "ACQUIRE,true", "SILENCE,false", "DEADLINE,false"})
    void beforeThereIsAConnectionTimeRunsOutUnsent(CallTimeoutException.Stage stage, boolean isUnsent) {
        assertThat(new CallTimeoutException(SITE, stage, null, null).isUnsent()).isEqualTo(isUnsent);
        assertThat(new HttpStatusException(SITE, 404, "").isUnsent()).isFalse();
    }
}
