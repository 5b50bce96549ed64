// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.Refusals.assertMalformed;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.SharedSecret;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that come from somebody who knows the secret, and are nonsense all the same. */
class HostileDeliveriesTest {
    private static final String SECRET = "639259d4-made-up";
    private static final WebhookVerifier VERIFIER = WebhookVerifier.of(SharedSecret.of(SECRET), "https://h/cb");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "=",
                "event",
                "event=[]",
                "timestamp=1",
                "event=[]&timestamp=",
                "event=[]&timestamp=x",
                "event=[]&timestamp=-1",
                "event=[]&timestamp=1.5",
                "event=[]&timestamp=9999999999999999999",
                "event=[]&timestamp=1&timestamp=1",
                "event=[]&timestamp=1&event=[]",
                "event=[]&timestamp=1&%65vent=[]",
                "event=%5&timestamp=1",
                "event=%&timestamp=1",
                "event=%zz&timestamp=1",
                "event=%ff&timestamp=1",
                "event=%ed%a0%80&timestamp=1",
                "event=[\u00ff]&timestamp=1",
                "x=1&event=[]&timestamp=1",
                "event=&timestamp=1",
                "event=1&timestamp=1",
                "event=null&timestamp=1",
                "event=1&timestamp=1",
                "event=[&timestamp=1",
                "event=[1,]&timestamp=1",
                "event=[]]&timestamp=1",
                "event=[]x&timestamp=1",
                "event=[{}&timestamp=1",
                "event=['a']&timestamp=1",
                "event=[NaN]&timestamp=1",
                "event=[{\"a\":1,\"a\":2}]&timestamp=1",
                "{\"event\":\"[]\",\"timestamp\":1}"
            })
    void malformed(String body) {
        assertMalformed(() -> receive(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deepJsonIsMalformed(String open) {
        assertMalformed(() -> receive("event=[" + open.repeat(100_000) + "&timestamp=1"));
        assertMalformed(() -> receive("event=" + "[".repeat(33) + "]".repeat(33) + "&timestamp=1"));
        assertThat(receive("event=" + "[".repeat(32) + "]".repeat(32) + "&timestamp=1")
                        .events())
                .hasSize(1);
    }

    @Test
    void hugeNumbersAndManyFieldsAreMalformed() {
        assertMalformed(() -> receive("event=[" + "9".repeat(1_000_000) + "]&timestamp=1"));
        StringBuilder fields = new StringBuilder("event=[]&timestamp=1");
        for (int i = 0; i < 100; i++) {
            fields.append("&f").append(i).append("=1");
        }
        assertMalformed(() -> receive(fields.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "null",
                "\"text\"",
                "{}",
                "{\"data\":1}",
                "{\"data\":{\"id\":[]}}",
                "{\"data\":{\"id\":\"new-in-4.1\"}}",
                "{\"data\":{\"id\":\"user-joined\"}}",
                "{\"data\":{\"id\":\"user-joined\",\"attributes\":[{\"user\":1}]}}",
                "{\"data\":{\"id\":\"meeting-created\",\"attributes\":{\"meeting\":{\"duration\":1e999999999}}}}",
                "{\"data\":{\"id\":\"meeting-created\",\"attributes\":{\"meeting\":{\"duration\":9223372036854775807}}}}",
                "{\"data\":{\"id\":\"meeting-created\",\"attributes\":{\"meeting\":{\"duration\":-9223372036854775808}}}}",
                "{\"data\":{\"id\":\"poll-started\",\"attributes\":{\"poll\":{\"answers\":[null,1,{}]}}}}",
                "{\"envelope\":1}",
                "{\"envelope\":{\"routing\":[]}}"
            })
    void oddEventsAreKept(String event) {
        assertThat(receive("event=[" + event + "]&timestamp=1").events())
                .singleElement()
                .satisfies(kept -> assertThat(kept.json().revealJson()).isEqualTo(event));
    }

    @Test
    void anyBytesEndInAValueOrARefusal() {
        Random random = new Random(7);
        byte[] valid = Forms.newer("[{\"data\":{\"id\":\"user-joined\",\"event\":{\"ts\":1}}}]");
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] body = valid.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
            refused += refused(body);
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }

    private static int refused(byte[] body) {
        try {
            VERIFIER.receive(null, "Bearer " + SECRET, body);
            return 0;
        } catch (CallbackRefusedException e) {
            return 1;
        }
    }

    private static WebhookDelivery receive(String body) {
        return VERIFIER.receive(null, "Bearer " + SECRET, body.getBytes(ISO_8859_1));
    }
}
