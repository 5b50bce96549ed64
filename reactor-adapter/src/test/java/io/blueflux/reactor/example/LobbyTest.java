// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor.example;

import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;
import io.blueflux.testkit.BbbSimulatorExtension;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.test.StepVerifier;

@ExtendWith(BbbSimulatorExtension.class)
class LobbyTest {
    @Test
    void oneInfoThatFailsDoesNotStopTheOthers(SimulatedServer server) {
        server.populate(3, 20).faultNext(1, "getMeetingInfo", Fault.status(502));

        try (BbbClient bbb = BbbClient.create(server.bbbServer())) {
            bbb.getMeetingsWithInfo(FanOut.DEFAULT)
                    .filter(MeetingResult.Found.class::isInstance)
                    .as(StepVerifier::create)
                    .expectNextCount(2)
                    .verifyComplete();
        }
    }
}
