// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.SharedSecret;
import io.blueflux.fuzz.Choices;
import io.blueflux.fuzz.Faults;
import io.blueflux.webhook.WebhookVerifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Objects;
import java.util.stream.Stream;

/** Callback URLs, broken. A regression test unless JAZZER_FUZZ is set. */
class CallbackUrlFuzzTest {
    private static final Faults FAULTS = Faults.ofWords(
            "/ // : ? # @ & = % checksum checksum= ?checksum=1 &checksum=1 &Checksum=1 %63hecksum= http:// HTTPS:// ftp: [::1] :80 u:p@ ü");

    @FuzzTest(maxDuration = "60s")
    void whatCanBeCalledCanBeVerified(FuzzedDataProvider data) {
        String url = FAULTS.in("https://app.example.org:8443/cb?a=1&b=%20x", Choices.of(data));

        boolean isCallable = CallbackUrl.isCallable(url);

        if (isCallable) {
            assertThat(WebhookVerifier.of(SharedSecret.of("made-up"), url)).isNotNull();
            assertThat(url).doesNotContain("#").doesNotContainPattern("\\s").matches("(?is)https?://.+");
        }
        try {
            assertThat(isCallable).as(url).isEqualTo(isCallable(new URI(url)));
        } catch (URISyntaxException e) {
            return; // a server may call what is no URI, so there is no second opinion
        }
    }

    /** Decides by what the JDK takes apart. */
    private static boolean isCallable(URI uri) {
        return Stream.of("http", "https").anyMatch(scheme -> scheme.equalsIgnoreCase(uri.getScheme()))
                && namesHost(Objects.requireNonNullElse(uri.getRawAuthority(), ""))
                && uri.getRawFragment() == null
                && Stream.of(Objects.requireNonNullElse(uri.getRawQuery(), "").split("&"))
                        .map(parameter -> URLDecoder.decode(parameter.split("=", 2)[0], UTF_8))
                        .noneMatch("checksum"::equals);
    }

    private static boolean namesHost(String authority) {
        String host = authority.substring(authority.indexOf('@') + 1);
        return !host.isEmpty() && !host.startsWith(":") && !host.contains("@");
    }
}
