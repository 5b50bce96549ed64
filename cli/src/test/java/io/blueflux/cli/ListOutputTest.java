// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class ListOutputTest {
    @Test
    void asksForTheNextValueWhenTheOneBeforeIsWritten() {
        AtomicLong asked = new AtomicLong();
        AtomicLong written = new AtomicLong();
        AtomicLong ahead = new AtomicLong();

        long count = ListOutput.write(Flux.range(0, 100).doOnRequest(asked::addAndGet), value -> {
            ahead.accumulateAndGet(asked.get() - written.get(), Math::max);
            written.incrementAndGet();
        });

        assertThat(count).isEqualTo(100);
        assertThat(ahead).hasValue(1);
    }
}
