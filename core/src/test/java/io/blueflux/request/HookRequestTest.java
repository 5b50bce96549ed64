// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.ApiCall;
import io.blueflux.parameter.RequestParameters;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookRequestTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h.example/cb",
                "http://h",
                "HTTPS://h.example:8443/cb?",
                "http://[::1]:8080/cb",
                "https://h.example?token=abc&x=%C3%A9",
                "https://h.example/cb?mychecksum=1&checksums=2&x=checksum=3&Checksum=4",
                "https://h.example/checksum=1",
                "https://h.example/cb?%23=%2523",
                "https://user:pw@h.example/cb"
            })
    void callbacksThatCanBeCalledAreTaken(String url) {
        assertThat(HookRequest.builder(url).build().parameters().get("callbackURL"))
                .isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h.example/cb#part",
                "https://h.example/cb#",
                "https://h.example#/cb",
                "https://h.example/cb?a=b#c",
                "https://h.example/cb?checksum=s3cr3t",
                "https://h.example/cb?checksum",
                "https://h.example/cb?a=b&checksum=",
                "https://h.example/cb?%63hecksum=1",
                "https://h.example/cb?a=b&check%73u%6D=1",
                "https://h.example/cb?a=b&check%73u%6d",
                "https:///cb",
                "https://?a=b",
                "https://:8080/cb",
                "https://user@/cb",
                "https://h example/cb",
                "https://h.example/c b",
                "ftp://h.example/cb",
                "h.example/cb",
                "//h.example/cb",
                "mailto:a@h.example",
                ""
            })
    void callbacksThatCanNeverWorkAreRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HookRequest.builder(url))
                .withMessageStartingWith("callbackURL must be a URL")
                .withMessageContaining("no fragment and no parameter checksum of its own")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("s3cr3t"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestParameters.of(ApiCall.HOOKS_CREATE, Map.of("callbackURL", url)))
                .withMessageStartingWith("callbackURL");
    }
}
