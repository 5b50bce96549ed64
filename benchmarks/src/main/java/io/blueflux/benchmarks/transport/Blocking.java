// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs a client that blocks: a thread a request. */
final class Blocking {
    private static final Scheduler THREADS = Schedulers.newBoundedElastic(16, Integer.MAX_VALUE, "blocking");

    private Blocking() {}

    static <T> Mono<T> call(Callable<T> request) {
        return Mono.fromCallable(request).subscribeOn(THREADS);
    }

    /** Reads to the end. */
    static long count(java.io.InputStream body) throws java.io.IOException {
        byte[] buffer = new byte[8192];
        long count = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            count += read;
        }
        return count;
    }
}
