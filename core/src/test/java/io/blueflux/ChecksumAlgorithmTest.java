// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumAlgorithmTest {
    @ParameterizedTest
    @CsvSource({
        "sha1, SHA1, SHA-1",
        "SHA-1, SHA1, SHA-1",
        "sha256, SHA256, SHA-256",
        "Sha-256, SHA256, SHA-256",
        "sha384, SHA384, SHA-384",
        "SHA512, SHA512, SHA-512"
    })
    void foundByTheNameUsersWrite(String name, ChecksumAlgorithm algorithm, String jcaName) {
        assertThat(ChecksumAlgorithm.of(name)).isEqualTo(algorithm);
        assertThat(algorithm.jcaName()).isEqualTo(jcaName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "md5", "sha", "sha224", "256"})
    void otherNamesAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChecksumAlgorithm.of(name))
                .withMessageContaining("sha1, sha256, sha384, sha512");
    }
}
