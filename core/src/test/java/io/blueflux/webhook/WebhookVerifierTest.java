// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.Refusals.assertMalformed;
import static io.blueflux.webhook.Refusals.assertUnverified;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checksums were computed with sha1sum and its like, the JSON of the fields with node's JSON.stringify. */
class WebhookVerifierTest {
    private static final String URL = "https://app.example.org/cb?tenant=1";
    private static final String SECRET = "secret-é!";
    private static final WebhookVerifier VERIFIER = WebhookVerifier.of(SharedSecret.of(SECRET), URL);
    private static final String EVENT = "event=%5B%7B%22a%22%3A%22%C3%84+%5C%22%5C%5C%5C%5C%2F%F0%9F%8E%89%22%7D%5D";
    private static final byte[] NEWER =
            ("domain=bbb.example.org&" + EVENT + "&timestamp=1767254460001").getBytes(UTF_8);
    private static final byte[] OLDER = (EVENT + "&timestamp=1767254460001&domain=bbb.example.org").getBytes(UTF_8);
    private static final String RAW_SHA1 = "tenant=1&checksum=96017d168443816d1f3c2264c7554401d14e7e6f";
    private static final String URL_SHA1 = "tenant=1&checksum=af119ea1358b82a4d94af44a35ef28b9ed85a6bd";

    @ParameterizedTest
    @CsvSource({
        "96017d168443816d1f3c2264c7554401d14e7e6f",
        "118e74d4445d46e4bfc775948988cd8554a630c83b110554fb8fb5cab3dbff4f",
        "b80d4c2d621295f4aa6cbef6e02bca8083fa6a81bd6ade242aa1fd64c62025ef687d057cc0ae894271c85e13164176bc",
        "6b30e396f1f04c9780362bbdd66d8c969eb892a29c665124ac85c4e5705af84a"
                + "4f5062e1e4facf27d6e0203ab531cc22b1ddb87d7d29cb20d8f50f80f2e2e580"
    })
    void checksumOfTheRawBody(String checksum) {
        assertThat(VERIFIER.verify("tenant=1&checksum=" + checksum, null, NEWER))
                .isEqualTo(WebhookScheme.RAW_BODY);
    }

    @ParameterizedTest
    @CsvSource({
        "12abfa831bddd5f8c535b870e7ef2866b063dd3d",
        "0834201aba14c2328c4029a1eff38a1fce7826e8bf009d4ca1455d200198aece",
        "7583cf0550347b7fef75a1b6b8719e7ac804a163e0d266a567bba4dab78934ab1d94680e0526ae1adbe4470ac026868c",
        "641e7d950e48378197e6cc00ae3e4cd1a7a801585b2d271083f8f9031513d302"
                + "05865503c576f33283cc2fdc75e47bedd1f006cea2a46b2e53b1a2ccb41e8d1f"
    })
    void checksumOfTheFields(String checksum) {
        assertThat(VERIFIER.verify("tenant=1&checksum=" + checksum, null, OLDER))
                .isEqualTo(WebhookScheme.FIELDS);
    }

    @Test
    void checksumOfTheUrlAloneProvesNothingUnlessAskedFor() {
        assertUnverified(() -> VERIFIER.verify(URL_SHA1, null, NEWER));
        assertThat(VERIFIER.withSchemes(WebhookScheme.RAW_BODY, WebhookScheme.URL_ONLY)
                        .verify(URL_SHA1, null, NEWER))
                .isEqualTo(WebhookScheme.URL_ONLY);
    }

    @Test
    void secretAsBearerToken() {
        assertThat(VERIFIER.verify("tenant=1", "Bearer " + SECRET, NEWER)).isEqualTo(WebhookScheme.BEARER);
        assertThat(VERIFIER.verify(null, "bearer  " + SECRET, NEWER)).isEqualTo(WebhookScheme.BEARER);
        assertUnverified(() -> VERIFIER.withSchemes(WebhookScheme.RAW_BODY).verify(null, "Bearer " + SECRET, NEWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Basic secret-é!",
                "secret-é!",
                "Bearer secret-é",
                "Bearer secret-é!!",
                "Bearer secret\0-é!",
                "Bearer secret\u200B-é!",
                "Bearer \u200B"
            })
    void otherHeadersProveNothing(String authorization) {
        assertUnverified(() -> VERIFIER.verify(null, authorization, NEWER));
    }

    @Test
    void wrongChecksumIsNotSavedByTheHeader() {
        assertUnverified(() -> VERIFIER.verify(URL_SHA1, "Bearer " + SECRET, NEWER));
    }

    @Test
    void deliveryTellsWhatWasVerified() {
        WebhookDelivery delivery = VERIFIER.receive(RAW_SHA1, null, NEWER);

        assertThat(delivery.scheme()).isEqualTo(WebhookScheme.RAW_BODY);
        assertThat(delivery.timestamp()).isEqualTo(Instant.ofEpochMilli(1767254460001L));
        assertThat(delivery.domain()).isEqualTo("bbb.example.org");
        assertThat(delivery.events()).singleElement().satisfies(event -> {
            assertThat(event).isInstanceOf(WebhookEvent.Unknown.class);
            assertThat(event.json().text("a")).isEqualTo("Ä \"\\\\/🎉");
        });
    }

    @Test
    void onlyTheAlgorithmsThatWereChosen() {
        WebhookVerifier strict = VERIFIER.withAlgorithms(ChecksumAlgorithm.SHA256, ChecksumAlgorithm.SHA512);

        assertUnverified(() -> strict.verify(RAW_SHA1, null, NEWER));
        assertThat(strict.verify(
                        "checksum=118e74d4445d46e4bfc775948988cd8554a630c83b110554fb8fb5cab3dbff4f", null, NEWER))
                .isEqualTo(WebhookScheme.RAW_BODY);
    }

    @Test
    void upperCaseHexIsTheSameChecksum() {
        String upper = "checksum=" + "96017d168443816d1f3c2264c7554401d14e7e6f".toUpperCase(Locale.ROOT);

        assertThat(VERIFIER.verify(upper, null, NEWER)).isEqualTo(WebhookScheme.RAW_BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tenant=1",
                "checksum=",
                "checksum=0",
                "checksum=96017d168443816d1f3c2264c7554401d14e7e",
                "checksum=96017d168443816d1f3c2264c7554401d14e7e6f00",
                "checksum=96017d168443816d1f3c2264c7554401d14e7e6g",
                "checksum=%39%36017d168443816d1f3c2264c7554401d14e7e6f",
                "checksum=96017d168443816d1f3c2264c7554401d14e7e60",
                "Checksum=96017d168443816d1f3c2264c7554401d14e7e6f"
            })
    void noChecksumThatMatches(String query) {
        assertUnverified(() -> VERIFIER.verify(query, null, NEWER));
    }

    @Test
    void twoChecksumsAreMalformed() {
        assertMalformed(() -> VERIFIER.verify(RAW_SHA1 + "&" + RAW_SHA1, null, NEWER));
    }

    @Test
    void checksumOfAnotherUrlOrSecretDoesNotMatch() {
        assertUnverified(() -> WebhookVerifier.of(SharedSecret.of(SECRET), "https://app.example.org/cb?tenant=2")
                .verify(RAW_SHA1, null, NEWER));
        assertUnverified(() -> WebhookVerifier.of(SharedSecret.of("other"), URL).verify(RAW_SHA1, null, NEWER));
    }

    /** URL and body are hashed without a mark between them, so this checksum fits; the body must not. */
    @Test
    void checksumOfAHookWhoseUrlIsLongerIsNoUse() {
        WebhookVerifier shorter = WebhookVerifier.of(SharedSecret.of(SECRET), "https://app.example.org/cb");
        byte[] shifted = ("?tenant=1" + new String(NEWER, UTF_8)).getBytes(UTF_8);

        assertThat(shorter.verify(RAW_SHA1, null, shifted)).isEqualTo(WebhookScheme.RAW_BODY);
        assertMalformed(() -> shorter.receive(RAW_SHA1, null, shifted));
    }

    @Test
    void urlWithAChecksumOfItsOwnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookVerifier.of(SharedSecret.of(SECRET), "https://h/cb?a=1&checksum=2"))
                .withMessageContaining("callbackUrl");
    }

    @Test
    void toStringHidesSecretAndUrl() {
        assertThat(VERIFIER.toString()).contains("RAW_BODY").doesNotContain("secret", "tenant", "example.org");
    }
}
