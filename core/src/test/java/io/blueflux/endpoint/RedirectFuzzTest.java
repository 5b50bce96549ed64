// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.AnswerLimits;
import io.blueflux.ApiCall;
import io.blueflux.SharedSecret;
import io.blueflux.answer.AnswerContext;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.RedirectedException;
import io.blueflux.fuzz.Choices;
import io.blueflux.fuzz.Faults;
import io.blueflux.parameter.Blotter;
import io.blueflux.parameter.RequestParameters;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The targets of redirects, broken. Regression tests unless JAZZER_FUZZ is set. */
class RedirectFuzzTest {
    private static final String SECRET = "639259d4-made-up";
    private static final URI ASKED = URI.create("https://lb.example.org/bbb/t3nant/api/join?meetingID=m&checksum=ab12");
    private static final URI ROOT = URI.create("https://lb.example.org/bbb/t3nant/api");
    private static final Faults FAULTS = Faults.ofWords(
            "/ // ? # & = % %22 %5B %C3 %zz + : @ \\ .. ; { } [ ] \" , :// http:// https://h user:pw@ :443"
                    + " ?errors= &errors=[ errors=%5B null {} \"key\": checksum= checksum=a sessionToken= &sessionToken=x /api/join /api/ javascript:"
                    + " HTTPS:// [::1] ü " + SECRET);
    private static final List<String> TARGETS = List.of(
            "https://n1.example.org/bigbluebutton/api/join?meetingID=m&checksum=cd34",
            "https://lb.example.org/html5client/?sessionToken=s3ss10n",
            "https://h/p?errors=[%7B%22key%22:%22k%22,%22message%22:%22not%20found%22%7D]",
            "/bbb/t3nant/api/",
            "?errors=[{\"key\":\"notFound\",\"message\":\"é " + SECRET + "\"}]");

    @FuzzTest(maxDuration = "60s")
    void redirectsAreReadFollowedOrRefusedWithoutTheirUrl(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        boolean isRoot = choices.onceIn(4);
        String location = new String(FAULTS.in(choices.of(TARGETS).getBytes(UTF_8), choices), ISO_8859_1);
        AnswerContext context =
                context(isRoot ? "version" : "join", choices.of(List.of(302, 301, 303, 307, 308, 300, 304)));
        Redirect redirect = new Redirect(context, isRoot ? ROOT : ASKED, location, choices.onceIn(4));
        RedirectRule<?> rule = isRoot ? Endpoints.VERSION.redirects() : Endpoints.JOIN.redirects();

        URI next = rule.next(redirect);
        if (next != null) {
            assertThat(next.getScheme()).isEqualToIgnoringCase("https");
            assertThat(next.getRawUserInfo()).isNull();
            assertThat(redirect.followed()).isFalse();
            assertThat(
                            isRoot
                                    ? next.getRawPath().endsWith("/api/")
                                            || next.getRawPath().endsWith("/api")
                                    : Redirect.isSigned(next, ApiCall.JOIN))
                    .isTrue();
        }
        requireValueOrRefusal(rule, redirect);
    }

    private static void requireValueOrRefusal(RedirectRule<?> rule, Redirect redirect) {
        try {
            assertThat(String.valueOf(rule.value(redirect))).doesNotContain(SECRET);
        } catch (ApiFailedException | RedirectedException refused) {
            requireSilent(refused);
        }
    }

    private static void requireSilent(BbbException refused) {
        assertThat(refused).hasNoCause().message().doesNotContain(SECRET);
    }

    private static AnswerContext context(String call, int status) {
        return new AnswerContext(
                new CallSite("bbb1", call),
                status,
                AnswerLimits.DEFAULT,
                Blotter.of(SharedSecret.of(SECRET), RequestParameters.of(ApiCall.JOIN, Map.of())));
    }
}
