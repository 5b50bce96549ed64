// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Validation;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidationTest {
    private static final String COMMA = "a,b";

    static List<ThrowingCallable> strict() {
        return List.of(
                () -> SimpleRequest.isMeetingRunning(COMMA),
                () -> SimpleRequest.getMeetingInfo(COMMA),
                () -> SimpleRequest.end(COMMA),
                () -> SimpleRequest.end(COMMA, "password"),
                () -> CreateRequest.builder(COMMA, "Room"),
                () -> JoinRequest.builder(COMMA, "Ann"),
                () -> SimpleRequest.of(ApiCall.END, Map.of("meetingID", COMMA), null));
    }

    @ParameterizedTest
    @MethodSource("strict")
    void strictNamesParameterAndRule(ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("meetingID must be 2 to 256 characters without comma and line break, not: a,b");
    }

    static List<ApiRequest> lenient() {
        return List.of(
                SimpleRequest.isMeetingRunning(COMMA, Validation.LENIENT),
                SimpleRequest.getMeetingInfo(COMMA, Validation.LENIENT),
                SimpleRequest.end(COMMA, Validation.LENIENT),
                SimpleRequest.end(COMMA, "p", Validation.LENIENT),
                CreateRequest.builder(COMMA, "", Validation.LENIENT)
                        .voice(voice -> voice.voiceBridge("+49"))
                        .build(),
                JoinRequest.builder(COMMA, "", Validation.LENIENT)
                        .role(Role.VIEWER)
                        .build(),
                SimpleRequest.of(ApiCall.END, Map.of("meetingID", COMMA), null, Validation.LENIENT));
    }

    @ParameterizedTest
    @MethodSource("lenient")
    void lenientSendsWhatBreaksARule(ApiRequest request) {
        assertThat(request.parameters().get("meetingID")).isEqualTo(COMMA);
    }

    @Test
    void lenientTakesNamesAndPagesThatBreakARule() {
        RecordingsQuery query = RecordingsQuery.builder(Validation.LENIENT)
                .meta("under_score", "")
                .limit(1_000)
                .build();

        assertThat(query.parameters().asMap()).isEqualTo(Map.of("meta_under_score", "", "limit", "1000"));
    }

    static List<ThrowingCallable> impossible() {
        return List.of(
                () -> SimpleRequest.getMeetingInfo("a\u0000b", Validation.LENIENT),
                () -> SimpleRequest.getMeetingInfo("a\uD800", Validation.LENIENT),
                () -> SimpleRequest.of(ApiCall.END, Map.of("", "x"), null, Validation.LENIENT),
                () -> SimpleRequest.of(ApiCall.END, Map.of("checksum", "x"), null, Validation.LENIENT),
                () -> RecordingsQuery.builder(Validation.LENIENT).meetingIds("a,b"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void lenientStillRefusesWhatCannotBeOnTheWire(ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(IllegalArgumentException.class);
    }
}
