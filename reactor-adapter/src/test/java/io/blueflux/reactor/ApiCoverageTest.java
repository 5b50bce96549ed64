// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Parameter;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ApiCoverageTest {
    @Test
    void documentIsUpToDate() throws Exception {
        if ("write".equals(System.getProperty("blueflux.docs"))) {
            ApiCoverage.write();
        }
        assertThat(Files.readString(ApiCoverage.FILE))
                .as("docs/api-coverage.md is stale; to write it anew: %s", ApiCoverage.COMMAND)
                .isEqualTo(ApiCoverage.text());
    }

    @Test
    void everyCallAndParameterIsInIt() throws Exception {
        String text = ApiCoverage.text();

        for (ApiCall call : ApiCall.values()) {
            assertThat(text).contains("\n| " + (call.equals(ApiCall.VERSION) ? "(root)" : call.wireName()) + " |");
        }
        for (Parameter parameter : Parameter.values()) {
            if (parameter != Parameter.CHECKSUM) {
                assertThat(text).contains("| `" + parameter.wireName());
            }
        }
    }
}
