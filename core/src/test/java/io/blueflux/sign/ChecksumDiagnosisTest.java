// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import static io.blueflux.ChecksumAlgorithm.SHA1;
import static io.blueflux.ChecksumAlgorithm.SHA256;
import static io.blueflux.ChecksumAlgorithm.SHA384;
import static io.blueflux.ChecksumAlgorithm.SHA512;
import static io.blueflux.sign.QueryKind.EMPTY;
import static io.blueflux.sign.QueryKind.ENCODED;
import static io.blueflux.sign.QueryKind.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.profile.Balancer;
import io.blueflux.profile.ServerProfile;
import io.blueflux.sign.ChecksumDiagnosis.Cause;
import io.blueflux.sign.ChecksumDiagnosis.Refusal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksumDiagnosisTest {
    private static final String MISMATCH = "Checksums do not match";

    @Test
    void checksumThatDidNotArriveMeansAStrippedQuery() {
        Refusal refusal = new Refusal(
                "getMeetings", SHA256, EMPTY, Set.of(), "You must provide the checksum", ServerProfile.UNKNOWN);

        assertThat(ChecksumDiagnosis.of(refusal))
                .isEqualTo(new ChecksumDiagnosis(
                        Cause.QUERY, "the server saw no checksum: something on the way takes the query away"));
    }

    @Test
    void aFormThatIsRefusedIsDoubtedItself() {
        assertThat(diagnosis(QueryKind.FORM, Set.of()).cause()).isEqualTo(Cause.FORM);
        ChecksumDiagnosis afterGets = diagnosis(QueryKind.FORM, Set.of(EMPTY, PLAIN));
        assertThat(afterGets.cause()).isEqualTo(Cause.FORM);
        assertThat(afterGets.text()).contains("secret and algorithm are right");
        assertThat(diagnosis(QueryKind.FORM, Set.of(QueryKind.FORM)).cause()).isEqualTo(Cause.CHANGED);
        Refusal known = new Refusal(
                "create",
                SHA256,
                QueryKind.FORM,
                Set.of(),
                MISMATCH,
                ServerProfile.builder().formPost(true).build());
        assertThat(ChecksumDiagnosis.of(known).cause()).isEqualTo(Cause.SECRET);
    }

    @Test
    void adviceHeedsWhatIsKnownToBeRefused() {
        ServerProfile known = ServerProfile.builder().accepts(SHA256, false).build();
        ChecksumDiagnosis diagnosis =
                ChecksumDiagnosis.of(new Refusal("create", SHA512, PLAIN, Set.of(), MISMATCH, known));
        assertThat(diagnosis.text()).contains("try SHA-1").doesNotContain("try SHA-256");
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1,SECRET_OR_ALGORITHM,switch SHA-1 off",
        "SHA256,SECRET,most likely the secret is wrong",
        "SHA384,SECRET_OR_ALGORITHM,Scalelite",
        "SHA512,SECRET_OR_ALGORITHM,b3scale"
    })
    void neverPassedMeansSecretOrAlgorithm(ChecksumAlgorithm algorithm, Cause cause, String hint) {
        ChecksumDiagnosis diagnosis = ChecksumDiagnosis.of(
                new Refusal("create", algorithm, ENCODED, Set.of(), MISMATCH, ServerProfile.UNKNOWN));

        assertThat(diagnosis.cause()).isEqualTo(cause);
        assertThat(diagnosis.text()).contains(hint);
    }

    @Test
    void encodedCallThatFailsWhereOthersPassedMeansEncoding() {
        for (Set<QueryKind> passed : Set.of(Set.of(EMPTY), Set.of(PLAIN), Set.of(EMPTY, PLAIN))) {
            assertThat(diagnosis(ENCODED, passed).cause()).isEqualTo(Cause.ENCODING);
        }
    }

    @Test
    void callWithParametersThatFailsWhereThoseWithoutPassedMeansAChangedQuery() {
        assertThat(diagnosis(PLAIN, Set.of(EMPTY)).cause()).isEqualTo(Cause.QUERY);
    }

    @ParameterizedTest
    @EnumSource(QueryKind.class)
    void callThatFailsWhereSuchCallsPassedMeansAChangedServer(QueryKind kind) {
        assertThat(diagnosis(kind, Set.of(kind)).cause()).isEqualTo(Cause.CHANGED);
    }

    @Test
    void simplerCallThatFailsWhereHarderOnesPassedMeansAChangedServer() {
        assertThat(diagnosis(EMPTY, Set.of(PLAIN)).cause()).isEqualTo(Cause.CHANGED);
        assertThat(diagnosis(EMPTY, Set.of(ENCODED)).cause()).isEqualTo(Cause.CHANGED);
        assertThat(diagnosis(PLAIN, Set.of(ENCODED)).cause()).isEqualTo(Cause.CHANGED);
    }

    @Test
    void profileThatKnowsTheAlgorithmDecides() {
        ServerProfile scalelite =
                ServerProfile.builder().balancer(Balancer.SCALELITE).build();

        assertThat(ChecksumDiagnosis.of(new Refusal("create", SHA384, PLAIN, Set.of(), MISMATCH, scalelite)))
                .isEqualTo(
                        new ChecksumDiagnosis(Cause.ALGORITHM, "the server is known not to take SHA-384; use SHA-512"));
        assertThat(ChecksumDiagnosis.of(new Refusal("create", SHA512, PLAIN, Set.of(), MISMATCH, scalelite)))
                .isEqualTo(new ChecksumDiagnosis(
                        Cause.SECRET, "most likely the secret is wrong, since the server takes SHA-512"));
    }

    @Test
    void hooksOfOldWebhooksWantSha1() {
        Refusal strong = new Refusal("hooks/create", SHA256, ENCODED, Set.of(EMPTY), MISMATCH, ServerProfile.UNKNOWN);
        Refusal weak = new Refusal("hooks/create", SHA1, ENCODED, Set.of(EMPTY), MISMATCH, ServerProfile.UNKNOWN);

        assertThat(ChecksumDiagnosis.of(strong).cause()).isEqualTo(Cause.ALGORITHM);
        assertThat(ChecksumDiagnosis.of(weak).cause()).isEqualTo(Cause.SECRET);
    }

    @ParameterizedTest
    @CsvSource({"room-1,PLAIN", "'room 1',ENCODED", "ÅÅ,ENCODED", "a/b,ENCODED", "a~b._,PLAIN"})
    void kindOfAQueryTellsWhetherItIsEncoded(String meetingId, QueryKind kind) {
        RequestParameters parameters = RequestParameters.of(ApiCall.GET_MEETING_INFO, Map.of("meetingID", meetingId));

        BbbServer server = BbbServer.of("https://example.org/a%20tenant", "secret");

        assertThat(QueryKind.of(CallSigner.sign(server, ApiCall.GET_MEETING_INFO, parameters)))
                .isEqualTo(kind);
        assertThat(QueryKind.of(CallSigner.sign(server, ApiCall.GET_MEETINGS, RequestParameters.NONE)))
                .isEqualTo(EMPTY);
        assertThat(QueryKind.of(CallSigner.sign(server, ApiCall.VERSION, RequestParameters.NONE)))
                .isEqualTo(EMPTY);
    }

    private static ChecksumDiagnosis diagnosis(QueryKind query, Set<QueryKind> passed) {
        return ChecksumDiagnosis.of(new Refusal("create", SHA256, query, passed, MISMATCH, ServerProfile.UNKNOWN));
    }
}
