// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.Refusals.assertMalformed;
import static io.blueflux.webhook.Refusals.assertUnverified;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.blueflux.SharedSecret;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a body is read before it is proved; and what is proved is not for ever. */
class ProofFirstTest {
    private static final String URL = "https://app.example.org/cb";
    private static final WebhookVerifier VERIFIER = WebhookVerifier.of(SharedSecret.of("s"), URL);
    private static final String NO_PROOF = "checksum=" + "0".repeat(64);
    private static final int SMALL = 32 << 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A decoded field, a text or a tree of a body would each take more than the body itself. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "%22", "%01", "\\", "+", "&a=b", "%", "\u00ff", "{\"a\":"})
    void bodyWithoutAProofIsNeverRead(String pad) {
        byte[] body = ("event=" + pad.repeat((1 << 20) / pad.length()) + "&timestamp=1&domain=d").getBytes(UTF_8);
        refuse(body); // whatever is made once

        long before = THREADS.getCurrentThreadAllocatedBytes();
        refuse(body);

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(SMALL);
    }

    private static void refuse(byte[] body) {
        try {
            VERIFIER.receive(NO_PROOF, null, body);
        } catch (CallbackRefusedException e) {
            assertThat(e.reason()).isEqualTo(CallbackRefusedException.Reason.UNVERIFIED);
        }
    }

    @Test
    void oddBodyThatIsProvedByItsFieldsIsMalformed() {
        byte[] odd = "event=%5B%5D&timestamp=x".getBytes(UTF_8);
        String query = Forms.query("SHA-256", URL, "{\"event\":\"[]\",\"timestamp\":x}".getBytes(UTF_8), "s");

        assertThat(VERIFIER.verify(query, null, odd)).isEqualTo(WebhookScheme.FIELDS);
        assertMalformed(() -> VERIFIER.receive(query, null, odd));
    }

    /** Webhooks before 2.2 hash no domain: who has seen a delivery must not give it one, which would make it another event. */
    @ParameterizedTest
    @ValueSource(strings = {"%64omain=other", "domain"})
    void domainThatIsNotHashedIsMalformed(String domain) {
        String seen = "event=%5B%5D&timestamp=1";
        String query = Forms.query("SHA-256", URL, "{\"event\":\"[]\",\"timestamp\":1}".getBytes(UTF_8), "s");

        assertThat(VERIFIER.receive(query, null, seen.getBytes(UTF_8)).domain()).isNull();
        assertMalformed(() -> VERIFIER.receive(query, null, (seen + "&" + domain).getBytes(UTF_8)));
    }

    @Test
    void whatNoBodyCouldProveIsRefusedBeforeIt() {
        assertUnverified(() -> VERIFIER.requireProof(null, null));
        assertUnverified(() -> VERIFIER.requireProof("checksum=00", null));
        assertUnverified(() -> VERIFIER.requireProof("checksum=zz", null));
        assertUnverified(() -> VERIFIER.requireProof("", "Bearer wrong"));
        assertMalformed(() -> VERIFIER.requireProof(NO_PROOF + "&" + NO_PROOF, null));
        VERIFIER.requireProof(NO_PROOF, null);
        VERIFIER.requireProof("a=b", "Bearer s");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01T00:00:00Z, true",
        "2025-01-01T00:10:00Z, true",
        "2025-01-01T00:10:00.001Z, false",
        "2026-01-01T00:00:00Z, false",
        "2024-12-31T23:55:00Z, true",
        "2024-12-31T23:54:59.999Z, false",
        "1970-01-01T00:00:00Z, false"
    })
    void ageOfADeliveryIsBoundedWhereAskedFor(Instant now, boolean accepted) {
        long made = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
        byte[] body = ("event=[]&timestamp=" + made).getBytes(UTF_8);
        WebhookVerifier bounded = VERIFIER.withMaxAge(Duration.ofMinutes(10), Clock.fixed(now, ZoneOffset.UTC));

        assertThat(VERIFIER.receive(null, "Bearer s", body).events()).isEmpty();
        if (accepted) {
            assertThat(bounded.receive(null, "Bearer s", body).timestamp()).isEqualTo(Instant.ofEpochMilli(made));
        } else {
            assertUnverified(() -> bounded.receive(null, "Bearer s", body));
        }
    }

    @Test
    void anAgeIsPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> VERIFIER.withMaxAge(Duration.ZERO, Clock.systemUTC()));
    }
}
