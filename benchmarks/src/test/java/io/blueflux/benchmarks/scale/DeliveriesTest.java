// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.webhook.UserEvent;
import io.blueflux.webhook.WebhookScheme;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    @Test
    void aDeliveryIsProvedAndHasOneEventThatIsKnown() {
        byte[] body = Deliveries.body(4_711);

        var delivery = Deliveries.VERIFIER.receive("checksum=" + Deliveries.checksum(body), null, body);

        assertThat(delivery.scheme()).isEqualTo(WebhookScheme.RAW_BODY);
        assertThat(delivery.events()).singleElement().isInstanceOf(UserEvent.class);
    }

    @Test
    void eachIsAnother() {
        assertThat(Deliveries.body(1)).isNotEqualTo(Deliveries.body(2));
    }
}
