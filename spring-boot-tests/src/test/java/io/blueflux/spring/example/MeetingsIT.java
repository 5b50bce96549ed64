// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring.example;

import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.spring.BbbSimulatorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import reactor.test.StepVerifier;

@SpringBootTest
@BbbSimulatorTest
class MeetingsIT {
    @Test
    void meetingsOfTheServerAreListed(@Autowired BbbClient bbb, @Autowired SimulatedServer server) {
        server.createMeeting("algebra");

        bbb.getMeetings()
                .map(Meeting::meetingId)
                .as(StepVerifier::create)
                .expectNext("algebra")
                .verifyComplete();
    }
}
