// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.benchmarks.gate.Variants;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One peer beside ours.
 *
 * @param <T> what both read
 */
final class PeerGate<T> implements Gate {
    private final DoubleFunction<Figure> figure;
    private final byte[] body;
    private final Reader<T> ours;
    private final Reader<T> peer;

    PeerGate(DoubleFunction<Figure> figure, byte[] body, Reader<T> ours, Reader<T> peer) {
        this.figure = figure;
        this.body = body;
        this.ours = ours;
        this.peer = peer;
    }

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        Variants.checkEqual(peer.read(body), ours.read(body));
        Paired paired = Paired.ofThread()
                .add(() -> ours.read(body))
                .add(() -> peer.read(body))
                .run(pace);
        return List.of(figure.apply(paired.ratio(1, 0)));
    }

    /**
     * Reads an answer.
     *
     * @param <T> the items
     */
    @FunctionalInterface
    interface Reader<T> {
        List<T> read(byte[] body) throws Exception;
    }
}
