// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux.example;

import io.blueflux.webhook.UserEvent;
import io.blueflux.webhooks.webflux.WebhookIntake;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

@RestController
class ArrivalsController {
    private final Flux<UserEvent.Joined> arrivals;

    ArrivalsController(WebhookIntake bbbEvents) {
        arrivals = bbbEvents.events().ofType(UserEvent.Joined.class).share();
    }

    @GetMapping(path = "/arrivals", produces = "text/event-stream")
    Flux<String> arrivals() {
        return arrivals.map(joined ->
                joined.details().name() + " joined " + joined.meeting().externalMeetingId());
    }
}
