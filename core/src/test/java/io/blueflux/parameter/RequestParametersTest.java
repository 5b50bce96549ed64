// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.blueflux.ApiCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestParametersTest {
    @Test
    void orderIsKept() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("name", "A room");
        given.put("meetingID", "room");
        given.put("tomorrow", "");

        RequestParameters parameters = RequestParameters.of(ApiCall.CREATE, given);

        List<String> seen = new ArrayList<>();
        parameters.forEach((name, value) -> seen.add(name + "=" + value));
        assertThat(seen).containsExactly("name=A room", "meetingID=room", "tomorrow=");
        assertThat(parameters.asMap()).containsExactlyEntriesOf(given);
    }

    @Test
    void repeatedNameKeepsItsPlaceAndTakesTheNewValue() {
        RequestParameters parameters = RequestParameters.builder()
                .put(Parameter.NAME, "first")
                .put(Parameter.MEETING_ID, "room")
                .put(ApiCall.CREATE, "name", "second")
                .build();

        assertThat(parameters.asMap()).containsExactly(entry("name", "second"), entry("meetingID", "room"));
    }

    @Test
    void builtParametersDoNotChange() {
        RequestParameters.Builder builder = RequestParameters.builder().put(Parameter.MEETING_ID, "room");
        RequestParameters parameters = builder.build();

        builder.put(Parameter.NAME, "later");

        assertThat(parameters.get("name")).isNull();
        assertThat(parameters.get("meetingID")).isEqualTo("room");
        assertThatThrownBy(() -> parameters.asMap().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void noneIsEmpty() {
        assertThat(RequestParameters.NONE.isEmpty()).isTrue();
        assertThat(RequestParameters.NONE).hasToString("[]");
    }

    @ParameterizedTest
    @MethodSource("io.blueflux.ApiCall#values")
    void checksumIsLeftToTheSignature(ApiCall call) {
        assertThatThrownBy(() -> RequestParameters.of(call, Map.of("checksum", "0123456789abcdef")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("checksum must be left to the signature");
    }

    @Test
    void unknownNameMeetsTheRuleForEveryText() {
        assertThatThrownBy(() -> RequestParameters.of(ApiCall.END, Map.of("tomorrow", "a\u0000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tomorrow must not hold control characters");
        assertThatThrownBy(() -> RequestParameters.of(ApiCall.END, Map.of("to\u0000", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the parameter name to? must not");
        assertThatThrownBy(() -> RequestParameters.of(ApiCall.END, Map.of(" ", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name must not be empty");
    }

    @Test
    void familyNeedsAName() {
        assertThatThrownBy(() -> RequestParameters.builder().put(Parameter.META, "value"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("meta_ needs a name behind it");
    }

    @Test
    void textHidesSecretsAndTheQueriesOfUrls() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("meetingID", "room");
        given.put("attendeePW", "s3cr3t-a");
        given.put("password", "s3cr3t-b");
        given.put("sessionToken", "s3cr3t-c");
        given.put("meta_endCallbackUrl", "https://h.example/end?key=s3cr3t-d");
        given.put("logoutURL", "https://user:s3cr3t-f@h.example/");
        given.put("welcome", "see https://h.example/join?sessionToken=s3cr3t-e&x=1 or https://u:s3cr3t-g@h.example/");

        assertThat(RequestParameters.of(ApiCall.CREATE, given))
                .hasToString("[meetingID=room, attendeePW=***, password=***, sessionToken=***,"
                        + " meta_endCallbackUrl=https://h.example/end?***,"
                        + " logoutURL=***,"
                        + " welcome=see https://h.example/join?*** or https://***@h.example/]");
    }
}
