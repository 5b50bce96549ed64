// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

import io.blueflux.benchmarks.gate.Allocation;
import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import java.util.List;
import java.util.concurrent.Callable;

/** Whole signed URLs beside the bare digest. */
final class SignGate implements Gate {
    private static final int BATCH = 100; // so short an operation would be measured with the harness's own steps

    private final Bar bar;
    private final SignInput input;

    SignGate(Bar bar, SignInput input) {
        this.bar = bar;
        this.input = input;
    }

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        SignedUrls urls = new SignedUrls(input);
        Paired paired = Paired.ofThread()
                .add(batch(urls::bareDigest))
                .add(batch(urls::blueflux))
                .add(batch(urls::plainJdk))
                .add(batch(urls::commonsCodec))
                .run(pace);
        String name = input.call().wireName() + ": ";
        return List.of(
                Figure.of(bar, paired.ratio(1, 0)),
                Figure.free(name + "plain JDK ÷ ours", paired.ratio(2, 1), "×"),
                Figure.free(name + "URLEncoder and commons-codec ÷ ours", paired.ratio(3, 1), "×"),
                Figure.free(name + "ours", paired.nanos(1) / BATCH, "ns"),
                Figure.free(name + "allocated", Allocation.perOperation(20_000, urls::blueflux), "B"));
    }

    private static Callable<Object> batch(Callable<?> operation) {
        return () -> {
            Object[] results = new Object[BATCH];
            for (int i = 0; i < BATCH; i++) {
                results[i] = operation.call();
            }
            return results;
        };
    }
}
