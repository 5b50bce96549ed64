// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.SharedSecret;
import io.blueflux.fuzz.Choices;
import io.blueflux.fuzz.Faults;
import io.blueflux.webhook.WebhookVerifier;

/** Callback URLs, broken. A regression test unless JAZZER_FUZZ is set. */
class CallbackUrlFuzzTest {
    private static final Faults FAULTS = Faults.ofWords(
            "/ // : ? # @ & = % checksum checksum= ?checksum=1 &checksum=1 &Checksum=1 %63hecksum= http:// HTTPS:// ftp: [::1] :80 u:p@ ü");

    @FuzzTest(maxDuration = "60s")
    void whatCanBeCalledCanBeVerified(FuzzedDataProvider data) {
        String url = FAULTS.in("https://app.example.org:8443/cb?a=1&b=%20x", Choices.of(data));

        if (CallbackUrl.isCallable(url)) {
            assertThat(WebhookVerifier.of(SharedSecret.of("made-up"), url)).isNotNull();
            assertThat(url).doesNotContain("#").doesNotContainPattern("\\s").matches("(?is)https?://.+");
        }
    }
}
