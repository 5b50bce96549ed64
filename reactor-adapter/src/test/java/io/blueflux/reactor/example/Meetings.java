// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor.example;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;

class Meetings {
    public static void main(String[] args) {
        try (BbbClient bbb = BbbClient.create(BbbServer.of(args[0], System.getenv("BBB_SECRET")))) {
            bbb.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(32))
                    .ofType(MeetingResult.Found.class)
                    .map(found -> found.info().meetingName() + ": "
                            + found.info().counts().participantCount())
                    .doOnNext(System.out::println)
                    .blockLast();
        }
    }
}
