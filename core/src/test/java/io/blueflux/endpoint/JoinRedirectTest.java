// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.blueflux.AnswerLimits;
import io.blueflux.Confidential;
import io.blueflux.SharedSecret;
import io.blueflux.answer.AnswerContext;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallSite;
import io.blueflux.error.RedirectedException;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.parameter.Blotter;
import io.blueflux.request.JoinRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinRedirectTest {
    private static final String ASKED = "https://lb.example.org/bigbluebutton/api/join?meetingID=m&checksum=ab12";
    private static final String NODE = "https://n1.example.org/bigbluebutton/api/join?meetingID=m&checksum=cd34";
    private static final String COOKIE = "JSESSIONID=0; Path=/; Secure; HttpOnly";
    private static final RedirectRule<JoinedMeeting> RULE = Endpoints.JOIN.redirects();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h?errors=[%7B%22message%22:%22Not%20found,%20ü%22,%22key%22:%22notFound%22%7D]",
                "https://h?errors=[{\"message\":\"Not found, ü\",\"key\":\"notFound\"}]",
                "https://h/a?x=1&errors=[{\"key\":\"notFound\",\"message\":\"Not found, ü\"}]&y=2#z",
                "https://h/#/room?errors=%5B%7B%22key%22%3A%22notFound%22%2C%22message%22%3A%22Not%20found%2C%20%C3%BC%22%7D%5D",
                "/relative?errors=[{\"key\":\"notFound\",\"message\":\"Not found, ü\",\"more\":{\"a\":[1]}}]",
                "https://h?errors=[]&errors=[{\"key\":\"notFound\",\"message\":\"Not found, ü\"}]",
                NODE + "&errors=[{\"key\":\"notFound\",\"message\":\"Not found, ü\"}]"
            })
    void errorsAreReadHoweverTheyAreEncoded(String location) {
        Redirect redirect = redirect(location);

        assertThat(RULE.next(redirect)).isNull();
        ApiFailedException error = catchThrowableOfType(ApiFailedException.class, () -> RULE.value(redirect));
        assertThat(error.errors()).containsExactly(new ApiError("notFound", "Not found, ü"));
        assertThat(error.status()).isEqualTo(302);
        assertThat(error.returncode()).isEqualTo("FAILED");
    }

    @Test
    void severalErrorsKeepTheirOrderAndTextsMayHoldAnything() {
        Redirect redirect =
                redirect("https://h?errors=[{\"key\":\"a\",\"message\":\"R&D + 100% #1\"},{\"key\":\"b\"},{}]");

        ApiFailedException error = catchThrowableOfType(ApiFailedException.class, () -> RULE.value(redirect));
        assertThat(error.errors())
                .containsExactly(new ApiError("a", "R&D + 100% #1"), new ApiError("b", ""), new ApiError("", ""));
    }

    @Test
    void secretsInErrorsAreBlotted() {
        Redirect redirect =
                redirect("https://h?errors=[{\"key\":\"a\",\"message\":\"the%20password%20mod-pass-1,%20no\"}]");

        assertThatThrownBy(() -> RULE.value(redirect))
                .isInstanceOf(ApiFailedException.class)
                .hasMessageContaining("the password ***")
                .hasMessageNotContaining("mod-pass-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h",
                "https://h/?errors=none",
                "https://h/?errors=[not json",
                "https://h/?errors=[1,2]",
                "https://h/?errors=[{\"key\":\"a\"",
                "https://h/?errors=[]",
                "https://h/?noerrors=[{\"key\":\"a\"}]",
                "https://h/?x=%26errors=[{%22key%22:%22a%22}]",
                "https://h/login?next=%2Fapi%2Fjoin%3Fchecksum%3D1",
                "https://h/client?sessionToken=",
                "ftp://h/client?sessionToken=a",
                "javascript:alert(1)?sessionToken=a",
                "https://user:pw@h/client?sessionToken=a",
                "https://h:99999/client?sessionToken=a",
                "https:///client?sessionToken=a",
                "https://h/client page?sessionToken=a",
                "https://h/ü?sessionToken=a",
                ""
            })
    void allElseIsARedirect(String location) {
        Redirect redirect = redirect(location);

        assertThat(RULE.next(redirect)).isNull();
        assertThatThrownBy(() -> RULE.value(redirect)).isInstanceOf(RedirectedException.class);
    }

    @Test
    void aMissingLocationIsARedirectToNowhere() {
        assertThatThrownBy(() -> RULE.value(redirect(null)))
                .isInstanceOf(RedirectedException.class)
                .hasMessageContaining("without a target");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example/html5client/join?sessionToken=t0k%2Bn, https://h.example/html5client/join?sessionToken=t0k%2Bn",
        "/html5client/?a=1&sessionToken=t0k%2Bn&b=2, https://lb.example.org/html5client/?a=1&sessionToken=t0k%2Bn&b=2",
        "//h.example/x?sessionToken=t0k%2Bn, https://h.example/x?sessionToken=t0k%2Bn"
    })
    void aClientUrlIsASession(String location, String url) {
        Redirect redirect = redirect(location);

        assertThat(RULE.next(redirect)).isNull();
        JoinedMeeting joined = RULE.value(redirect);
        assertThat(joined.url()).isEqualTo(Confidential.of(url));
        assertThat(joined.sessionToken()).isEqualTo(Confidential.of("t0k+n"));
        assertThat(joined.cookies()).isEqualTo(Confidential.of(COOKIE));
        assertThat(joined.guestStatus()).isNull();
        assertThat(joined.toString())
                .doesNotContain("t0k")
                .doesNotContain("JSESSIONID")
                .doesNotContain("h.example");
    }

    @ParameterizedTest
    @CsvSource({
        NODE + "," + NODE,
        "https://N1.example.org:8443/k%2Fey/api/join?b=%C3%BC+%5b[]&checksum=AB#x,"
                + "https://N1.example.org:8443/k%2Fey/api/join?b=%C3%BC+%5b[]&checksum=AB#x",
        "/n1/api/join?a=%7e&checksum=1, https://lb.example.org/n1/api/join?a=%7e&checksum=1",
        "../n2/api/join?checksum=1, https://lb.example.org/bigbluebutton/n2/api/join?checksum=1",
        "?a=1&checksum=1, https://lb.example.org/bigbluebutton/api/join?a=1&checksum=1"
    })
    void theChosenServersJoinIsFollowedAsItIsSpelt(String location, String target) {
        assertThat(RULE.next(redirect(location))).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://n1.example.org/bigbluebutton/api/join?checksum=1",
                "gopher://n1.example.org/bigbluebutton/api/join?checksum=1",
                "https://a:b@n1.example.org/bigbluebutton/api/join?checksum=1",
                "https://n1.example.org/bigbluebutton/api/join",
                "https://n1.example.org/bigbluebutton/api/join?checksum=",
                "https://n1.example.org/bigbluebutton/api/end?checksum=1",
                "https://n1.example.org/bigbluebutton/api/join/x?checksum=1",
                "https://n1.example.org/?/api/join&checksum=1",
                "https://n1.example.org/retry/join?checksum=1"
            })
    void nothingElseIsFollowed(String location) {
        Redirect redirect = redirect(location);

        assertThat(RULE.next(redirect)).isNull();
        assertThatThrownBy(() -> RULE.value(redirect))
                .isInstanceOf(RedirectedException.class)
                .hasMessageNotContaining("checksum")
                .hasMessageNotContaining("bigbluebutton");
    }

    @Test
    void aHostThatIsASecretIsBlotted() {
        assertThatThrownBy(() -> RULE.value(redirect("https://h.mod-pass-1")))
                .isInstanceOf(RedirectedException.class)
                .hasMessageContaining("https://h.")
                .hasMessageNotContaining("mod-pass-1");
    }

    @ParameterizedTest
    @CsvSource({"300,false", "301,true", "302,true", "303,true", "304,false", "307,true", "308,true"})
    void theStatusSaysWhetherToFollow(int status, boolean follows) {
        Redirect redirect = new Redirect(context(status), URI.create(ASKED), NODE, false);
        assertThat(RULE.next(redirect) != null).isEqualTo(follows);
    }

    @Test
    void thereIsOneHopOnly() {
        Redirect second = new Redirect(context(302), URI.create(NODE), NODE + "&sessionToken=a", true);

        assertThat(RULE.next(second)).isNull();
        assertThatThrownBy(() -> RULE.value(second)).isInstanceOf(RedirectedException.class);
    }

    @Test
    void fromPlainHttpThereIsNoWayToTlsNorBack() {
        Redirect upwards = new Redirect(context(301), URI.create(ASKED.replace("https", "http")), ASKED, false);
        assertThat(RULE.next(upwards)).isNull();
    }

    @Test
    void hugeAndRandomLocationsAreReadInTime() {
        Random random = new Random(20260101);
        String alphabet = "?&errors=[%7B{\"key\":}]#/ sessionToken+joinü";
        assertThatCode(() -> {
                    for (int i = 0; i < 3_000; i++) {
                        StringBuilder location = new StringBuilder("https://h?errors=[");
                        random.ints(i % 300, 0, alphabet.length()).forEach(at -> location.append(alphabet.charAt(at)));
                        read(location.toString());
                    }
                    read("https://h" + "?errors=[".repeat(7_000));
                    read("https://h?errors=" + "[".repeat(60_000));
                    read("https://h?errors=[" + "%".repeat(60_000));
                    read("https://h?errors=[" + "{\"key\":\"a\"},".repeat(5_000));
                    read("https://h?x=" + "a".repeat(1 << 20) + "&errors=[{\"key\":\"a\"}]");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void otherCallsRefuseEveryRedirect() {
        Redirect redirect = redirect(NODE);

        assertThat(Endpoints.END.redirects().next(redirect)).isNull();
        assertThatThrownBy(() -> Endpoints.END.redirects().value(redirect)).isInstanceOf(RedirectedException.class);
        assertThat(redirect.toString()).doesNotContain("checksum");
    }

    private static void read(String location) {
        Redirect redirect = redirect(location);
        try {
            RULE.next(redirect);
            RULE.value(redirect);
        } catch (ApiFailedException | RedirectedException expected) {
            assertThat(expected.getMessage()).contains("join");
        }
    }

    private static Redirect redirect(@Nullable String location) {
        String onTheWire = location == null
                ? null
                : new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new Redirect(context(302), URI.create(ASKED), onTheWire, false);
    }

    private static AnswerContext context(int status) {
        Blotter blotter = Blotter.of(
                SharedSecret.of("shared-secret-1"),
                JoinRequest.builder("room", "Ada")
                        .password("mod-pass-1")
                        .build()
                        .parameters());
        return new AnswerContext(
                new CallSite("lb", "join"), status, AnswerLimits.DEFAULT, blotter, List.of(COOKIE), null);
    }
}
