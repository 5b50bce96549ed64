// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.parameter.RequestParameters;
import java.security.MessageDigest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningDeskTest {
    private static final String SECRET = "p4ssw0rd";

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 5_000})
    void wipedBytesHoldNothingOfTheUrl(int repeated) {
        Recorder recorder = new Recorder();
        UrlBytes url = new UrlBytes();
        url.append("https://h/api/create?")
                .append(RequestParameters.of(ApiCall.CREATE, Map.of("meta_x", SECRET.repeat(repeated))));
        assertThat(url.toString()).contains(SECRET);

        url.wipe();

        assertThat(url.length()).isZero();
        url.updateDigest(recorder, 0, 512);
        assertThat(recorder.text).hasToString("\0".repeat(512));
    }

    @Test
    void deskIsLentToOneCallAtATime() {
        try (SigningDesk first = SigningDesk.of(ChecksumAlgorithm.SHA384);
                SigningDesk second = SigningDesk.of(ChecksumAlgorithm.SHA384)) {
            assertThat(first.url()).isNotSameAs(second.url());
            assertThat(first.digest()).isNotSameAs(second.digest());
        }
    }

    /** Keeps what is given to it. */
    private static final class Recorder extends MessageDigest {
        private final StringBuilder text = new StringBuilder();

        Recorder() {
            super("none");
        }

        @Override
        protected void engineUpdate(byte input) {
            text.append((char) input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                engineUpdate(input[i]);
            }
        }

        @Override
        protected byte[] engineDigest() {
            return new byte[0];
        }

        @Override
        protected void engineReset() {
            text.setLength(0);
        }
    }
}
