// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/** Something that ends in a phase of the context's end, without holding the phase for longer than it takes. */
abstract class PhaseOfContext implements SmartLifecycle {
    /** The first to stop: the web server waits for its requests some phases later. */
    static final int FIRST = Integer.MAX_VALUE;

    /** After the web server is down, and before the event loops of Spring, whose phase is 0, stop. */
    static final int AFTER_THE_SERVER = 1_024;

    private final int phase;
    private volatile boolean running;

    PhaseOfContext(int phase) {
        this.phase = phase;
    }

    /** Ends; bounded in time, and never with an error. */
    abstract Mono<Void> end();

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        Mono.defer(this::end).doFinally(ended -> callback.run()).subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A context that is put aside for a while goes on. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
