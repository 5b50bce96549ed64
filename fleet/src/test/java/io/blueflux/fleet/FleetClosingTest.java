// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

class FleetClosingTest {
    private final VirtualTime time = new VirtualTime();
    private final Logger logger = (Logger) LoggerFactory.getLogger(BbbFleet.class.getName());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void aFleetIsClosedByTryWithResourcesAndItsStreamsEnd() {
        AtomicBoolean ended = new AtomicBoolean();
        BbbFleet closed;
        try (BbbFleet fleet = fleet(Flux.empty()).start()) {
            fleet.add(Scripted.server("one"));
            fleet.events().doOnComplete(() -> ended.set(true)).subscribe();
            closed = fleet;
        }
        assertThat(ended).isTrue();
        closed.close();
        assertThatIllegalStateException().isThrownBy(closed::start).withMessage("the fleet is disposed");
        assertThat(log.list).isEmpty();
    }

    @Test
    void aPollThatOutlastsTheCloseIsWarnedOfAndStillCancelledInItsTime() {
        AtomicInteger cancelled = new AtomicInteger();
        BbbFleet fleet = fleet(Flux.<Meeting>never().doOnCancel(cancelled::incrementAndGet))
                .start();
        fleet.add(Scripted.server("one"));
        time.advanceMillis(1_500);
        assertThat(fleet.load().inFlight()).isEqualTo(1);
        fleet.close();
        assertThat(cancelled).hasValue(0);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("the fleet is not closed after 2000 ms; it goes on closing");
        time.advance(Duration.ofSeconds(5));
        assertThat(cancelled).hasValue(1);
    }

    private BbbFleet fleet(Flux<Meeting> answer) {
        PollPlan plan = PollPlan.of(PollSchedule.every(Duration.ofSeconds(1)).withJitter(0))
                .withVersionEvery(0)
                .withDeadline(Duration.ofSeconds(30));
        return time.fleet(plan, new Scripted(server -> answer)).build();
    }
}
