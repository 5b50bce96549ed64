// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.parameter.Blotter;
import io.blueflux.parameter.RequestParameters;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentRequestTest {
    private static final BbbServer BALANCER =
            BbbServer.of("https://lb.example.org/t3nant/bigbluebutton", "made-up-made-up");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/s3cr3t/bigbluebutton/api/getMeetings",
                "/x;token=s3cr3t/bigbluebutton/api/getMeetings",
                "/x;jsessionid=s3cr3t/bigbluebutton/api/getMeetings",
                "/token/s3cr3t/bigbluebutton/api/getMeetings"
            })
    void thePathOfAServerThatABalancerNamesMayBeAKeyAndIsNotShown(String path) {
        URI target = URI.create("https://n1.example.org:8443" + path + "?signature=ab12");
        assertThat(SentRequest.onTo(target, blotter(BALANCER))).hasToString("GET https://n1.example.org:8443/***");
    }

    @Test
    void aHostThatHoldsTheSecretIsNotShown() {
        URI target = URI.create("https://made-up-made-up.example.org/x");
        assertThat(SentRequest.onTo(target, blotter(BALANCER)).url()).isEqualTo("https://***.example.org/***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJhbGciOiJI.eyJzdWIiOiIx.s3cr3t", "sessionToken%3Ds3cr3t"})
    void aParameterWithoutAValueMayBeATokenAndIsNotShown(String parameter) {
        assertThat(sent(BALANCER, parameter + "&checksum=ab12").url())
                .isEqualTo("https://lb.example.org/***/bigbluebutton/api/getMeetings?***&checksum=***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t3nant%20x!", "t3n%61nt", "t3nant@x%20y"})
    void aTenantsKeyIsNotShownHoweverItIsEncoded(String key) {
        BbbServer server = BbbServer.of("https://lb.example.org/" + key + "/bigbluebutton", "made-up-made-up");
        assertThat(sent(server, "checksum=ab12").url())
                .isEqualTo(sent(BALANCER, "checksum=ab12").url());
    }

    private static SentRequest sent(BbbServer server, String query) {
        URI target = URI.create(server.baseUrl() + "/api/getMeetings?" + query);
        return SentRequest.of(target.toString(), null, blotter(server));
    }

    private static Blotter blotter(BbbServer server) {
        return Blotter.of(server, RequestParameters.of(ApiCall.GET_MEETINGS, Map.of()));
    }
}
