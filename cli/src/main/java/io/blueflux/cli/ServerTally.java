// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.error.BbbException;
import io.blueflux.reactor.MeetingResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one server answered, and when. */
final class ServerTally {
    private final String server;
    private final long start = System.nanoTime();
    private long end = start;
    private long first = start;
    private int meetings;
    private int infos;
    private long attendees;
    private boolean listed;

    private ServerTally(String server) {
        this.server = server;
    }

    /** Counts what comes; a list that fails leaves what came before. */
    static Mono<ServerTally> of(String server, Flux<MeetingResult> results) {
        return Mono.defer(() -> {
            ServerTally tally = new ServerTally(server);
            return results.doOnNext(tally::add)
                    .then(Mono.fromSupplier(() -> tally.ended(true)))
                    .onErrorResume(BbbException.class, error -> Mono.just(tally.ended(false)));
        });
    }

    private void add(MeetingResult result) {
        if (meetings == 0) {
            first = System.nanoTime();
        }
        meetings++;
        if (result instanceof MeetingResult.Found found) {
            infos++;
            attendees += found.info().attendees().size();
        }
    }

    private ServerTally ended(boolean wholeList) {
        listed = wholeList;
        end = System.nanoTime();
        return this;
    }

    String server() {
        return server;
    }

    String state() {
        if (!listed) {
            return "failed";
        }
        return infos == meetings ? "ok" : "partly";
    }

    boolean isSound() {
        return listed && infos == meetings;
    }

    int meetings() {
        return meetings;
    }

    int infos() {
        return infos;
    }

    long attendees() {
        return attendees;
    }

    /** Returns how long the first meeting took, in milliseconds; 0 if there was none. */
    long firstMillis() {
        return (first - start) / 1_000_000;
    }

    /** Returns how long all took, in milliseconds. */
    long totalMillis() {
        return (end - start) / 1_000_000;
    }
}
