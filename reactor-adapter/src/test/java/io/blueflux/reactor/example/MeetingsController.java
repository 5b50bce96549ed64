// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor.example;

import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

// README: from here
@RestController
class MeetingsController {
    private final BbbClient bbb;

    MeetingsController(BbbClient bbb) {
        this.bbb = bbb;
    }

    @GetMapping(path = "/meetings", produces = "text/event-stream")
    Flux<String> meetings() {
        return bbb.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(32))
                .ofType(MeetingResult.Found.class)
                .map(found -> found.info().meetingName() + ": "
                        + found.info().counts().participantCount());
    }
}
// README: to here
