// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.memory;

import io.blueflux.BbbServer;
import io.blueflux.model.Recording;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.RecordingsQuery;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Reads an answer to getRecordings, in a heap that may be too small; prints how many recordings it had a second. */
public final class RecordingsReader {
    private static final int PREFETCH = 32;
    private static final Duration LONG = Duration.ofMinutes(30);

    private final long nanosApart;
    private final long begin = System.nanoTime();
    private long taken;

    private RecordingsReader(int perSecond) {
        this.nanosApart = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /**
     * Reads.
     *
     * @param options the server's URL, how many recordings it has, and how many to take a second; 0 for as they come
     */
    public static void main(String[] options) {
        BbbClient client = BbbClient.builder(BbbServer.of(options[0], "a-secret-of-the-benchmark"))
                .deadline(LONG)
                .silenceTimeout(LONG)
                .build();
        new RecordingsReader(Integer.parseInt(options[2])).read(client, Long.parseLong(options[1]));
        System.exit(0);
    }

    private void read(BbbClient client, long recordings) {
        Flux<Recording> source = client.getRecordings(RecordingsQuery.all());
        Flux<Recording> paced = nanosApart == 0
                ? source.doOnNext(recording -> taken++)
                : source.publishOn(Schedulers.boundedElastic(), PREFETCH).doOnNext(recording -> takeInTime());
        paced.blockLast();
        if (taken != recordings) {
            throw new IllegalStateException(taken + " of " + recordings + " recordings");
        }
        System.out.println(taken * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begin));
    }

    private void takeInTime() {
        taken++;
        LockSupport.parkNanos(begin + taken * nanosApart - System.nanoTime());
    }
}
