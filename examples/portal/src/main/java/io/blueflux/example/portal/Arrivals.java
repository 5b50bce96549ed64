// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import io.blueflux.webhook.UserEvent;
import io.blueflux.webhooks.webflux.ServerWebhook;
import io.blueflux.webhooks.webflux.ServerWebhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;

/** Who joins, as the servers' webhooks tell. */
@RestController
class Arrivals {
    private static final int WAITING = 256;

    private final Flux<Arrival> arrivals;

    /** The events have one reader, which all browsers share. */
    Arrivals(ServerWebhooks hooks) {
        arrivals = hooks.events()
                .filter(hook -> hook.event() instanceof UserEvent.Joined)
                .map(Arrival::of)
                .share();
    }

    /** Somebody joined. */
    record Arrival(
            String server,
            @Nullable String meetingId,
            @Nullable String name) {
        static Arrival of(ServerWebhook hook) {
            UserEvent.Joined joined = (UserEvent.Joined) hook.event();
            return new Arrival(
                    hook.server(),
                    joined.meeting().externalMeetingId(),
                    joined.details().name());
        }
    }

    /** A browser that reads slowly misses the oldest, and holds up nobody. */
    @GetMapping(path = "/arrivals", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Arrival>> arrivals() {
        return Live.events(arrivals.onBackpressureBuffer(WAITING, BufferOverflowStrategy.DROP_OLDEST));
    }
}
