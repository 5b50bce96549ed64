// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.error.CallSite;
import io.blueflux.error.LimitExceededException;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {
    private static final CallSite SITE = new CallSite("one", "getMeetings");
    private static final long BOUND = 64L << 20;

    private final AnswerMemory memory = new AnswerMemory(BOUND);

    @Test
    void whoSendsWithoutEndGetsAFifthOfWhatIsForAll() {
        AnswerMemory.Holder.Use use = use();
        assertThatThrownBy(() -> sendWithoutEnd(use))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("getMeetings on one: the answer passes the limit maxMemory = " + BOUND);
        assertThat(memory.taken()).isBetween(BOUND / 4 * 3 / 6, Math.max(BOUND / 4 * 3 / 5, BOUND / 4));
        use.end();
        assertThat(memory.taken()).isZero();
    }

    @Test
    void howeverManySendWithoutEndTheBoundHoldsAndOneOfUsualSizeIsTaken() {
        List<AnswerMemory.Holder.Use> uses =
                IntStream.range(0, 500).mapToObj(i -> use()).toList();
        for (int round = 0; round < 2; round++) {
            uses.forEach(
                    use -> assertThatThrownBy(() -> sendWithoutEnd(use)).isInstanceOf(LimitExceededException.class));
        }
        assertThat(memory.taken()).isLessThanOrEqualTo(BOUND);
        AnswerMemory.Holder.Use modest = use();
        modest.finished(SITE, Meetings.meeting("m"));
        modest.end();
    }

    @Test
    void anEvenPartIsNeverRefusedAndAllEvenPartsTogetherKeepTheBound() {
        List<AnswerMemory.Holder> holders = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            holders.add(memory.holder());
        }
        holders.subList(0, 500)
                .forEach(holder -> assertThatThrownBy(() -> sendWithoutEnd(holder.use()))
                        .isInstanceOf(LimitExceededException.class));
        holders.subList(500, 1_000)
                .forEach(holder ->
                        assertThat(holder.use().takeMissing(BOUND / 4 / 1_000)).isTrue());
        assertThat(memory.taken()).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void whatIsKeptCountsUntilTheNextAnswerReplacesIt() {
        AnswerMemory.Holder holder = memory.holder();
        Meeting meeting = Meetings.meeting("m", Meetings.attendee("a"));
        List<FleetMeeting> kept =
                new ArrayList<>(List.of(new FleetMeeting("m", meeting, Instant.EPOCH, true, Map.of())));
        AnswerMemory.Holder.Use first = holder.use();
        first.finished(SITE, meeting);
        first.finished(SITE, meeting);
        first.end(kept);
        first.end();
        long one = AnswerWeight.of(meeting);
        assertThat(memory.taken()).isEqualTo(one);
        AnswerMemory.Holder.Use failing = holder.use();
        failing.unfinished(SITE, 1_000);
        assertThat(memory.taken()).isEqualTo(one + 24_000);
        failing.end();
        assertThat(memory.taken()).isEqualTo(one);
        AnswerMemory.Holder.Use next = holder.use();
        next.end(List.of());
        assertThat(memory.taken()).isZero();
    }

    @Test
    void whatComesAfterTheEndIsNotCounted() {
        AnswerMemory.Holder holder = memory.holder();
        AnswerMemory.Holder.Use late = holder.use();
        late.unfinished(SITE, 1_000);
        late.end();
        late.unfinished(SITE, 1_000);
        AnswerMemory.Holder.Use gone = holder.use();
        holder.close();
        gone.unfinished(SITE, 1_000);
        gone.end();
        assertThat(memory.taken()).isZero();
    }

    @Test
    void aBoundThatHoldsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BbbFleet.builder(Duration.ofSeconds(1)).maxMemory(1))
                .withMessage("maxMemory must be at least 16777216, not 1");
    }

    private AnswerMemory.Holder.Use use() {
        return memory.holder().use();
    }

    private static void sendWithoutEnd(AnswerMemory.Holder.Use use) {
        for (int i = 0; i < BOUND; i++) {
            use.unfinished(SITE, 64);
        }
    }
}
