// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoints;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class CallRowTest {
    @Test
    void everyCallOfTheCatalogueHasItsRow() throws ReflectiveOperationException {
        for (Field call : ApiCall.class.getFields()) {
            Object endpoint = Endpoints.class.getField(call.getName()).get(null);

            assertThat(CallRow.of((ApiCall) call.get(null)).endpoint()).isSameAs(endpoint);
        }
    }

    @Test
    void anyOtherCallShowsWhateverIsAnswered() {
        CallRow<?> row = CallRow.of(ApiCall.of("callOfTomorrow"));

        assertThat(row.endpoint().call().wireName()).isEqualTo("callOfTomorrow");
        assertThat(row.items()).isEmpty();
    }
}
