// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** Snapshots for one subscriber: the one of now, if it has not had it and had none for a while. */
final class FeedOfSnapshots extends Feed<FleetSnapshot> {
    private final Duration pause;
    private final Scheduler timer;
    private final Disposable.Swap alarm = Disposables.swap();
    private volatile boolean pausing;
    private long had = -1;

    FeedOfSnapshots(
            FleetState state, CoreSubscriber<? super FleetSnapshot> subscriber, Duration pause, Scheduler timer) {
        super(state, subscriber);
        this.pause = pause;
        this.timer = timer;
    }

    @Override
    public void changed(String server) {}

    @Override
    public void polled(String server) {}

    @Override
    public void removed(String server) {}

    @Override
    @Nullable
    FleetSnapshot next() {
        FleetSnapshot snapshot = pausing ? null : state.snapshot();
        if (snapshot == null || snapshot.version() == had) {
            return null;
        }
        had = snapshot.version();
        pausing = true;
        alarm.update(timer.schedule(this::resume, pause.toNanos(), TimeUnit.NANOSECONDS));
        return snapshot;
    }

    @Override
    void release() {
        alarm.dispose();
    }

    private void resume() {
        pausing = false;
        drain();
    }
}
