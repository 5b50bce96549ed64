// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.blueflux.BbbServer;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/** What the log says of servers. */
class LaneLogTest {
    private static final PollPlan PLAN = PollPlan.of(
                    PollSchedule.every(Duration.ofSeconds(1)).withMaxBackoff(Duration.ofSeconds(2)))
            .withVersionEvery(0);

    private final VirtualTime time = new VirtualTime();
    private final Logger log = (Logger) LoggerFactory.getLogger(BbbFleet.class);
    private final Lines lines = new Lines();
    private final Set<String> failing = new HashSet<>();
    private @Nullable Throwable failure;

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        log.setAdditive(false);
        log.addAppender(lines);
        lines.start();
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(lines);
        log.setAdditive(true);
        log.setLevel(null);
    }

    @Test
    void eachChangeOfAServersStateIsOneLineAndNoneWhereNothingChanges() {
        failure = new HttpStatusException(new CallSite("one", "getMeetings"), 502, "");
        BbbFleet fleet = fleet();
        fleet.add(Scripted.server("one"));
        fleet.add(Scripted.server("two"));
        time.advance(Duration.ofMinutes(1));
        assertThat(lines.taken())
                .containsExactlyInAnyOrder("INFO server one is UP, was NEW", "INFO server two is UP, was NEW");
        failing.add("one");
        time.advance(Duration.ofMinutes(10));
        failing.remove("one");
        time.advance(Duration.ofMinutes(10));
        failing.add("one");
        time.advance(Duration.ofSeconds(1));
        failing.remove("one");
        time.advance(Duration.ofMinutes(10));
        String reason = failure.getMessage();
        assertThat(lines.taken())
                .containsExactly(
                        "WARN server one is UNSTABLE, was UP: " + reason,
                        "WARN server one is DOWN, was UNSTABLE: " + reason,
                        "INFO server one is RECOVERING, was DOWN",
                        "INFO server one is UP, was RECOVERING",
                        "WARN server one is UNSTABLE, was UP: " + reason,
                        "INFO server one is UP, was UNSTABLE");
    }

    @Test
    void aStrangersTextIsNeitherLongNorAnotherLineNorIsASecretInIt() {
        failure = new IllegalStateException("https://one/api/getMeetings?checksum=abc secret-of-one");
        BbbFleet fleet = fleet();
        failing.add("a\u202e\nb\u009b" + "n".repeat(5_000));
        failing.forEach(name -> fleet.add(BbbServer.of("http://one.example.org/bigbluebutton", "secret-of-one")
                .withName(name)));
        time.advance(Duration.ofSeconds(2));
        failure = new HttpStatusException(new CallSite("one", "getMeetings"), 502, "\u001b]0;" + "x".repeat(5_000));
        time.advance(Duration.ofSeconds(10));
        List<String> all = lines.taken();
        assertThat(all)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("WARN server a b n")
                        .hasSizeLessThan(600)
                        .doesNotContain("secret", "checksum", "\n", "\u001b", "\u009b", "\u202e"));
        assertThat(all.get(0)).endsWith(": java.lang.IllegalStateException");
    }

    /** Who runs five thousand servers wants to know, and to find what else is in the log. */
    @Test
    void anOutageOfAllServersNamesSomeAndCountsTheRest() {
        int servers = 5_000;
        failure = new HttpStatusException(new CallSite("s", "getMeetings"), 502, "");
        BbbFleet fleet = time.fleet(PLAN.withSchedule(PollSchedule.every(Duration.ofSeconds(10))), scripted())
                .build()
                .start();
        fleet.replaceAll(IntStream.range(0, servers)
                .mapToObj(i -> FleetServer.of(Scripted.server("s" + i)))
                .toList());
        time.advance(Duration.ofSeconds(30));
        assertThat(named("INFO", 4) + counted()).isEqualTo(servers);
        failing.addAll(fleet.snapshot().servers().keySet());
        time.advance(Duration.ofMinutes(2));
        assertThat(fleet.snapshot().serversIn(ServerState.DOWN)).isEqualTo(servers);
        assertThat(named("WARN", 10) + counted())
                .as("each change is named or counted")
                .isEqualTo(2L * servers);
        failing.clear();
        time.advance(Duration.ofMinutes(5));
        assertThat(named("INFO", 30) + counted()).isEqualTo(2L * servers);
        failing.add("s7");
        time.advance(Duration.ofMinutes(1));
        assertThat(lines.taken())
                .as("after it, one is told as ever")
                .hasSize(2)
                .allMatch(line -> line.startsWith("WARN server s7 is "));
    }

    /** Returns how many lines name a server; each may be one of so many windows. */
    private long named(String level, int windows) {
        assertThat(lines.lines).hasSizeBetween(100, 101 * windows).allMatch(line -> line.startsWith(level));
        return lines.lines.stream().filter(line -> line.contains(" server s")).count();
    }

    private long counted() {
        return lines.taken().stream()
                .filter(line -> line.contains(" more changes of "))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D*(\\d+) more.*", "$1")))
                .sum();
    }

    private BbbFleet fleet() {
        return time.fleet(PLAN, scripted()).build().start();
    }

    private Scripted scripted() {
        return new Scripted(server -> failing.contains(server.name())
                ? Flux.error(failure == null ? new IllegalStateException() : failure)
                : Flux.just(Meetings.meeting("m")));
    }

    private static final class Lines extends UnsynchronizedAppenderBase<ILoggingEvent> {
        private final List<String> lines = new ArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }

        List<String> taken() {
            List<String> all = List.copyOf(lines);
            lines.clear();
            return all;
        }
    }
}
