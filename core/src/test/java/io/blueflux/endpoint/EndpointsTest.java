// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    @Test
    void everyCallThatIsKnownHasARowOfItsName() {
        assertThat(Rows.all()).extracting(Endpoint::call).isEqualTo(ApiCall.values());
    }
}
