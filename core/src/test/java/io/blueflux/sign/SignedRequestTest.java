// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.body.BodySource;
import io.blueflux.body.RequestBody;
import io.blueflux.request.SimpleRequest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignedRequestTest {
    private static final BbbServer SERVER = BbbServer.of("https://h.example/bigbluebutton/", "shared-secret-1");
    private static final SimpleRequest END = SimpleRequest.of(ApiCall.END, Map.of("meetingID", "a b&c=ü😀*~"), null);

    @Test
    void aFormIsTheVeryTextOfTheQuery() {
        String url = sign(END, 7_000, FormPost.NEVER).call().url().reveal();
        SignedRequest form = sign(END, 7_000, FormPost.ALWAYS);

        RequestBody body = Objects.requireNonNull(form.body());
        assertThat(body.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(text(body)).isEqualTo(url.substring(url.indexOf('?') + 1, url.indexOf("&checksum=")));
    }

    @Test
    void theChecksumOfAFormIsThatOfTheBareCall() {
        String bare = CallSigner.sign(
                        SERVER, ApiCall.END, SimpleRequest.getMeetings().parameters())
                .url()
                .reveal();

        assertThat(sign(END, 7_000, FormPost.ALWAYS).call().url().reveal())
                .isEqualTo(bare)
                .matches(".*/end\\?checksum=\\w{64}");
    }

    @Test
    void theBudgetCountsTheWholeUrl() {
        int length = sign(END, 7_000, FormPost.NEVER).call().url().reveal().length();

        assertThat(sign(END, length, FormPost.AUTOMATIC).body()).isNull();
        assertThat(sign(END, length - 1, FormPost.AUTOMATIC).body()).isNotNull();
        assertThatThrownBy(() -> sign(END, length - 1, FormPost.NEVER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("end would need a URL of " + length + " bytes; urlBudget is " + (length - 1)
                        + ", and formPost is NEVER");
    }

    @Test
    void aRequestWithABodyKeepsItsParametersInTheUrl() {
        RequestBody body = RequestBody.of("application/xml", new byte[1]);
        SimpleRequest insert = SimpleRequest.of(ApiCall.INSERT_DOCUMENT, Map.of("meetingID", "room"), body);

        SignedRequest signed = sign(insert, 7_000, FormPost.ALWAYS);

        assertThat(signed.body()).isSameAs(body);
        assertThat(signed.call().url().reveal()).contains("meetingID=room&checksum=");
    }

    @Test
    void textHidesTheCredential() {
        assertThat(sign(END, 7_000, FormPost.ALWAYS).toString())
                .doesNotContain("checksum", "meetingID")
                .contains("end (signed) with application/x-www-form-urlencoded");
        assertThat(sign(SimpleRequest.version(), 500, FormPost.ALWAYS)).hasToString("version (signed)");
    }

    private static SignedRequest sign(SimpleRequest request, int budget, FormPost when) {
        return SignedRequest.of(CallSigner.of(SERVER), request, budget, when);
    }

    private static String text(RequestBody body) {
        BodySource.Memory source = (BodySource.Memory) body.segments().get(0).source();
        return UTF_8.decode(source.bytes()).toString();
    }
}
