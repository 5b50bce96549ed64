// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Endpoints;
import org.junit.jupiter.api.Test;

class CallRowTest {
    @Test
    void everyCallOfTheCatalogueHasItsRow() {
        for (Endpoint<?> endpoint : Endpoints.ALL) {
            assertThat(CallRow.of(endpoint.call()).endpoint()).isSameAs(endpoint);
        }
    }

    @Test
    void anyOtherCallShowsWhateverIsAnswered() {
        CallRow<?> row = CallRow.of(ApiCall.of("callOfTomorrow"));

        assertThat(row.endpoint().call().wireName()).isEqualTo("callOfTomorrow");
        assertThat(row.items()).isEmpty();
    }
}
