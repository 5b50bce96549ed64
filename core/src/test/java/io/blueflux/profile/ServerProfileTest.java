// SPDX-License-Identifier: Apache-2.0
package io.blueflux.profile;

import static io.blueflux.ChecksumAlgorithm.SHA1;
import static io.blueflux.ChecksumAlgorithm.SHA256;
import static io.blueflux.ChecksumAlgorithm.SHA384;
import static io.blueflux.ChecksumAlgorithm.SHA512;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.BbbVersion;
import io.blueflux.ChecksumAlgorithm;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerProfileTest {
    @Test
    void nothingKnownIsSafe() {
        ServerProfile profile = ServerProfile.UNKNOWN;

        assertThat(profile.version()).isNull();
        assertThat(profile.oldest()).isNull();
        assertThat(profile.strongest()).isEqualTo(SHA256);
        assertThat(profile.hooksAlgorithm()).isEqualTo(SHA1);
        assertThat(profile.formPost()).isEqualTo(Support.UNKNOWN);
        assertThat(profile.paging()).isEqualTo(Support.UNKNOWN);
        assertThat(profile.hooks()).isEqualTo(Support.UNKNOWN);
        assertThat(profile.urlBudget()).isEqualTo(8_000);
        assertThat(profile.balancer()).isEqualTo(Balancer.UNKNOWN);
        assertThat(profile.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2.0,SHA1,NO,SHA1",
        "2.2.36,SHA256,NO,SHA1",
        "2.4.5,SHA256,NO,SHA1",
        "2.5,SHA512,NO,SHA1",
        "2.6,SHA512,YES,SHA1",
        "3.0.25-1,SHA512,YES,SHA512"
    })
    void releaseOfBbbItselfTellsWhatItCan(
            String version, ChecksumAlgorithm strongest, Support paging, ChecksumAlgorithm hooks) {
        ServerProfile profile = ServerProfile.ofBbb(version);

        assertThat(profile.version()).isEqualTo(BbbVersion.of(version));
        assertThat(profile.oldest()).isEqualTo(BbbVersion.of(version));
        assertThat(profile.strongest()).isEqualTo(strongest);
        assertThat(profile.paging()).isEqualTo(paging);
        assertThat(profile.hooksAlgorithm()).isEqualTo(hooks);
        assertThat(profile.formPost()).isEqualTo(Support.YES);
    }

    @Test
    void releaseAloneDoesNotVouchForABalancer() {
        ServerProfile behindWhat =
                ServerProfile.builder().version(BbbVersion.of("2.7")).build();
        ServerProfile old =
                ServerProfile.builder().version(BbbVersion.of("2.0")).build();

        assertThat(behindWhat.accepts(SHA512)).isEqualTo(Support.UNKNOWN);
        assertThat(behindWhat.strongest()).isEqualTo(SHA256);
        assertThat(behindWhat.paging()).isEqualTo(Support.UNKNOWN);
        assertThat(old.accepts(SHA256)).isEqualTo(Support.NO);
        assertThat(old.strongest()).isEqualTo(SHA1);
    }

    @ParameterizedTest
    @CsvSource({
        "none,YES,UNKNOWN,UNKNOWN,UNKNOWN,SHA256",
        "scalelite,YES,NO,NO,NO,SHA512",
        "b3scale,NO,NO,UNKNOWN,NO,SHA256",
        "b3lb,NO,UNKNOWN,UNKNOWN,NO,SHA256",
        "bbblb,NO,NO,UNKNOWN,NO,SHA512",
        "bigblueswarm,NO,NO,UNKNOWN,UNKNOWN,SHA1",
        "mine,UNKNOWN,UNKNOWN,UNKNOWN,UNKNOWN,SHA256"
    })
    void balancerTellsWhatItPasses(
            String word, Support formPost, Support sha384, Support paging, Support hooks, ChecksumAlgorithm strongest) {
        ServerProfile profile =
                ServerProfile.builder().balancer(Balancer.of(word)).build();

        assertThat(profile.formPost()).isEqualTo(formPost);
        assertThat(profile.accepts(SHA384)).isEqualTo(sha384);
        assertThat(profile.paging()).isEqualTo(paging);
        assertThat(profile.hooks()).isEqualTo(hooks);
        assertThat(profile.strongest()).isEqualTo(strongest);
    }

    @Test
    void whatIsToldWinsOverWhatIsDerived() {
        ServerProfile profile = ServerProfile.ofBbb("3.0").toBuilder()
                .balancer(Balancer.SCALELITE)
                .accepts(SHA512, false)
                .accepts(SHA384, true)
                .formPost(false)
                .paging(true)
                .hooks(true)
                .hooksAlgorithm(SHA256)
                .urlBudget(2_000)
                .build();

        assertThat(profile.strongest()).isEqualTo(SHA384);
        assertThat(profile.formPost()).isEqualTo(Support.NO);
        assertThat(profile.paging()).isEqualTo(Support.YES);
        assertThat(profile.hooks()).isEqualTo(Support.YES);
        assertThat(profile.hooksAlgorithm()).isEqualTo(SHA256);
        assertThat(profile.urlBudget()).isEqualTo(2_000);
    }

    @Test
    void builtProfileDoesNotChange() {
        ServerProfile.Builder builder = ServerProfile.builder().accepts(SHA256, true);
        ServerProfile profile = builder.build();

        builder.accepts(SHA512, true).finding(Finding.Kind.SEEN, "later");

        assertThat(profile.strongest()).isEqualTo(SHA256);
        assertThat(profile.findings()).isEmpty();
    }

    @Test
    void revealedVersionIsKnown() {
        ServerProfile profile = ServerProfile.builder()
                .root("2.0", "3.0.25-1", List.of("graphqlApiUrl"))
                .build();

        assertThat(profile.version()).isEqualTo(BbbVersion.of("3.0.25-1"));
        assertThat(profile.findings())
                .containsExactly(new Finding(Finding.Kind.SEEN, "the root says bbbVersion 3.0.25-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphqlWebsocketUrl", "graphqlApiUrl", "html5PluginSdkVersion"})
    void elementsOfBbb3AreAHint(String element) {
        ServerProfile profile =
                ServerProfile.builder().root("2.0", null, List.of(element)).build();

        assertThat(profile.version()).isNull();
        assertThat(profile.oldest()).isEqualTo(BbbVersion.of("3.0"));
        assertThat(profile.findings())
                .contains(new Finding(
                        Finding.Kind.GUESSED, "BBB 3.0 or later, from the element " + element + " in the root"));
    }

    @ParameterizedTest
    @CsvSource({"2.0,2.4", ","})
    void apiVersionIsAHintAndItsNumberIsNot(String apiVersion, String oldest) {
        ServerProfile profile = ServerProfile.builder()
                .root(apiVersion, "not a version", List.of())
                .build();

        assertThat(profile.version()).isNull();
        assertThat(profile.oldest()).isEqualTo(BbbVersion.parse(oldest));
    }

    @ParameterizedTest
    @CsvSource({"build,scalelite", "info,bbblb", "other,unknown"})
    void balancersShowThemselvesInTheRoot(String element, String balancer) {
        ServerProfile profile =
                ServerProfile.builder().root(null, null, List.of(element)).build();

        assertThat(profile.balancer()).isEqualTo(Balancer.of(balancer));
        assertThat(profile.oldest()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "401,'',Unauthorized,b3lb",
        "401,'',<html>,",
        "500,checksumError,'',b3scale",
        "200,checksumError,'',",
        "200,unsupportedRequest,'',scalelite",
        "500,b3scaleGatewayError,'',b3scale",
        "200,tenantNotFound,'',bigblueswarm",
        "200,internalError,'',"
    })
    void failuresThatOnlyOneProductHasNameIt(int status, String key, String body, String balancer) {
        assertThat(Balancer.ofFailure(status, key, body)).isEqualTo(balancer == null ? null : Balancer.of(balancer));
    }

    @Test
    void reportSaysWhatIsKnownAndFromWhat() {
        ServerProfile profile = ServerProfile.builder()
                .root("2.0", null, List.of("graphqlApiUrl"))
                .accepts(SHA256, true)
                .accepts(SHA512, false)
                .finding(Finding.Kind.FAILED, "form POST: 502\nBad Gateway")
                .build();

        assertThat(profile.report()).isEqualTo("""
                BBB: 3.0 or later
                balancer: unknown
                checksums: SHA-1 unknown, SHA-256 yes, SHA-384 unknown, SHA-512 no; best to use SHA-256
                form POST: unknown
                pages of recordings: unknown
                webhooks: unknown, to be signed with SHA-256
                longest URL: 8000 bytes
                seen: the root does not reveal bbbVersion
                guessed: BBB 3.0 or later, from the element graphqlApiUrl in the root
                not found out: form POST: 502 Bad Gateway""");
        assertThat(profile).hasToString(profile.report());
    }

    @Test
    void findingsAreBounded() {
        ServerProfile.Builder builder = ServerProfile.builder();
        for (int i = 0; i < 60; i++) {
            builder.finding(Finding.Kind.SEEN, "x".repeat(1_000));
        }

        assertThat(builder.build().findings())
                .hasSize(50)
                .allMatch(finding -> finding.text().length() == 301);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatThrownBy(() -> ServerProfile.builder().urlBudget(255))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("urlBudget must be at least 256 bytes, not 255");
        for (String word : Arrays.asList("", "two words", "x".repeat(41))) {
            assertThatThrownBy(() -> Balancer.of(word)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
