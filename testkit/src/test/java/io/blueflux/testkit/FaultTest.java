// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Sinks;

@ExtendWith(BbbSimulatorExtension.class)
class FaultTest {
    private static final String CREATE = "name=Room&meetingID=room&attendeePW=ap&moderatorPW=mp";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delay=2s",
                "delay=500ms",
                "hang",
                "drip=10ms",
                "drip=10ms/100",
                "cut=0",
                "cut=1000",
                "close",
                "reset",
                "reset-after=10",
                "stall=10",
                "status=502",
                "two-roots",
                "gremlin",
                "gremlin=3",
                "content-type=text/html",
                "grouped",
                "grouped=de",
                "grouped=.",
                "empty",
                "null",
                "html",
                "json",
                "redirect=https://example.org/?a=b",
                "truncated",
                "truncated=10",
                "failed=checksumError"
            })
    void textFormIsReadAndWritten(String text) {
        assertThat(Fault.parse(text)).hasToString(text).isEqualTo(Fault.parse(text));
        assertThat(Fault.kinds()).contains(text.replaceAll("=.*", ""));
    }

    @Test
    void factoriesMakeTheSameValuesAsTexts() {
        assertThat(Fault.delay(Duration.ofSeconds(2))).isEqualTo(Fault.parse("delay=2s"));
        assertThat(Fault.drip(Duration.ofMillis(5), 7)).isEqualTo(Fault.parse("drip=5ms/7"));
        assertThat(Fault.grouped(Locale.FRENCH)).isEqualTo(Fault.parse("grouped=fr"));
        assertThat(Fault.kinds()).hasSameSizeAs(Fault.usages()).contains("two-roots");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "delay",
                "delay=2",
                "delay=-1s",
                "hang=1",
                "cut",
                "cut=x",
                "cut=-1",
                "status=99",
                "status=600",
                "drip=1ms/0",
                "gremlin=0",
                "failed"
            })
    void wrongTextIsRefused(String text) {
        assertThatThrownBy(() -> Fault.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void delayedAnswerComesWhole(SimulatedServer server) {
        server.fault("getMeetings", Fault.delay(Duration.ofMillis(20)));
        assertThat(Wire.messageKey(Wire.get(server, "getMeetings", ""))).isEqualTo("noMeetings");
    }

    @Test
    void hangingCallIsExecutedButNotAnswered(SimulatedServer server) {
        server.fault("create", Fault.hang());
        CompletableFuture<RecordedRequest> heard = new CompletableFuture<>();
        server.onRequest(heard::complete);
        CompletableFuture<HttpResponse<String>> hanging = Wire.postLater(server, "create", CREATE);
        heard.join();
        while (server.meetings().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(Wire.text(Wire.get(server, "getMeetings", ""), "meetingID")).isEqualTo("room");
        assertThat(server.inFlight("create")).isOne();
        assertThat(hanging).isNotDone();
        server.closeConnections();
        assertThat(hanging).failsWithin(Duration.ofMinutes(1));
        assertThat(server.inFlight("*")).isZero();
    }

    @Test
    void heldAnswerComesAtTheSignal(SimulatedServer server) {
        Sinks.Empty<Void> signal = Sinks.empty();
        server.fault("getMeetings", Fault.hold(signal.asMono()));
        CompletableFuture<HttpResponse<String>> held = Wire.getLater(server, "getMeetings", "");
        assertThat(Wire.get(server, "isMeetingRunning", "meetingID=room").statusCode())
                .isEqualTo(200);
        assertThat(held).isNotDone();
        signal.tryEmitEmpty().orThrow();
        assertThat(Wire.messageKey(held.join())).isEqualTo("noMeetings");
    }

    @Test
    void drippingAnswerComesWhole(SimulatedServer server) {
        String sound = Wire.get(server, "getMeetings", "").body();
        server.fault("getMeetings", Fault.drip(Duration.ofMillis(1)));
        assertThat(Wire.get(server, "getMeetings", "").body()).isEqualTo(sound);
        server.fault("getMeetings", Fault.drip(Duration.ofMillis(1), 50));
        assertThat(Wire.get(server, "getMeetings", "").body()).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 20_000})
    void cutBodyEndsWithoutItsLastChunk(int bytes, SimulatedServer server) {
        for (int i = 0; i < 40; i++) {
            server.createMeeting("room-" + i);
        }
        String sound = Wire.get(server, "getMeetings", "").body();
        server.fault("getMeetings", Fault.cut(bytes));
        assertThatThrownBy(() -> Wire.get(server, "getMeetings", "")).hasCauseInstanceOf(IOException.class);
        String raw = Wire.rawGet(server, "getMeetings", "");
        assertThat(raw).startsWith("HTTP/1.1 200 ").contains("chunked").doesNotContain("\r\n0\r\n");
        assertThat(Wire.unchunked(raw)).isEqualTo(sound.substring(0, bytes));
    }

    @Test
    void closedAndResetConnectionsGiveNothingAndExecuteNothing(SimulatedServer server) {
        server.fault("create", Fault.close());
        assertThat(Wire.rawGet(server, "create", CREATE)).isEmpty();
        server.fault("create", Fault.reset());
        assertThatThrownBy(() -> Wire.rawGet(server, "create", CREATE))
                .rootCause()
                .hasMessageContaining("reset");
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void bodyIsResetInTheMiddle(SimulatedServer server) {
        server.fault("create", Fault.resetAfter(20));
        assertThatThrownBy(() -> Wire.rawGet(server, "create", CREATE)).isInstanceOf(UncheckedIOException.class);
        assertThat(server.meetings()).hasSize(1);
    }

    @Test
    void stalledBodyStaysOpen(SimulatedServer server) throws IOException {
        server.fault("getMeetings", Fault.stall(11));
        HttpResponse<InputStream> response = Wire.open(server, "getMeetings", "");
        assertThat(response.body().readNBytes(11)).asString().isEqualTo("<response>\n");
        assertThat(response.body().available()).isZero();
        assertThat(server.inFlight("getMeetings")).isOne();
        server.closeConnections();
        assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
    }

    @Test
    void statusIsAProxysPageAndExecutesNothing(SimulatedServer server) {
        server.fault("*", Fault.status(502));
        HttpResponse<String> response = Wire.get(server, "create", CREATE);
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(response.body()).contains("<title>502 Bad Gateway</title>").contains("nginx");
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void secondRootFollowsTheFirst(SimulatedServer server) {
        server.fault("getMeetings", Fault.twoRoots());
        String body = Wire.get(server, "getMeetings", "").body();
        assertThat(body).contains("</response><response>").endsWith("</response>");
        assertThatThrownBy(() -> Wire.xml(body)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gremlinSitsInTheChosenName(SimulatedServer server) {
        server.populate(3, 1);
        server.fault("getMeetings", Fault.gremlin(2));
        String body = Wire.get(server, "getMeetings", "").body();
        assertThat(body.indexOf('\u0001'))
                .isGreaterThan(body.indexOf("<meetingID>room-0<"))
                .isLessThan(body.indexOf("<meetingID>room-1<"));
        server.fault("getMeetingInfo", Fault.gremlin());
        assertThat(Wire.get(server, "getMeetingInfo", "meetingID=room-0").body())
                .contains("<meetingName>\u0001");
    }

    @ParameterizedTest
    @CsvSource({"grouped, '1,234'", "grouped=de, 1.234", "grouped=fr, 1\u202f234", "grouped=', 1'234"})
    void countsAreGrouped(String fault, String count, SimulatedServer server) {
        server.createMeeting(
                "room", meeting -> meeting.maxParticipants(12_345).addAttendees(Population.attendees(1234)));
        server.fault("getMeetings", Fault.parse(fault));
        HttpResponse<String> response = Wire.get(server, "getMeetings", "");
        assertThat(Wire.text(response, "participantCount")).isEqualTo(count);
        assertThat(Wire.text(response, "createTime")).doesNotContain(count.substring(1, 2));
        assertThat(Wire.text(Wire.get(server, "getMeetingInfo", "meetingID=room"), "participantCount"))
                .isEqualTo("1234");
    }

    @Test
    void contentTypeIsWhatTheFaultSays(SimulatedServer server) {
        server.fault("getMeetings", Fault.contentType("text/html"));
        assertThat(Wire.get(server, "getMeetings", "").headers().allValues("Content-Type"))
                .containsExactly("text/html");
    }

    @Test
    void bodiesThatAreNotTheApis(SimulatedServer server) {
        server.fault("getMeetings", Fault.empty());
        assertThat(Wire.get(server, "getMeetings", "").body()).isEmpty();
        server.fault("getMeetings", Fault.nullText());
        assertThat(Wire.get(server, "getMeetings", "").body()).isEqualTo("null");
        server.fault("getMeetings", Fault.html());
        assertThat(Wire.get(server, "getMeetings", "").body()).startsWith("<!DOCTYPE html>");
        server.fault("getMeetings", Fault.json());
        assertThat(Wire.get(server, "getMeetings", "").body()).startsWith("{").contains("\"FAILED\"");
    }

    @Test
    void redirectAndFailureAreTheFaultsOwn(SimulatedServer server) {
        server.fault("getMeetings", Fault.redirect("https://sso.example.org/login"));
        HttpResponse<String> redirect = Wire.get(server, "getMeetings", "");
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location")).hasValue("https://sso.example.org/login");
        server.fault("getMeetings", Fault.failed("internalError"));
        HttpResponse<String> failed = Wire.get(server, "getMeetings", "");
        assertThat(Wire.text(failed, "returncode")).isEqualTo("FAILED");
        assertThat(Wire.messageKey(failed)).isEqualTo("internalError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "truncated=90"})
    void truncatedDocumentIsACompleteAnswer(String fault, SimulatedServer server) {
        server.populate(2, 1);
        String sound = Wire.get(server, "getMeetings", "").body();
        server.fault("getMeetings", Fault.parse(fault));
        String cut = Wire.get(server, "getMeetings", "").body();
        assertThat(sound).startsWith(cut);
        assertThat(cut).isNotEmpty().doesNotEndWith("</meeting>\n");
        assertThatThrownBy(() -> Wire.xml(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void faultsOfAChainAddUp(SimulatedServer server) {
        server.fault("getMeetings", Fault.delay(Duration.ofMillis(1)), Fault.status(503), Fault.contentType("x/y"));
        HttpResponse<String> response = Wire.get(server, "getMeetings", "");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("x/y");
    }

    @Test
    void newestFaultCountsAndFaultsCanBeCountedOutOrCleared(SimulatedServer server) {
        server.fault("*", Fault.status(500)).faultNext(2, "getMeetings", Fault.status(503));
        assertThat(Wire.get(server, "getMeetings", "").statusCode()).isEqualTo(503);
        assertThat(Wire.get(server, "end", "meetingID=room").statusCode()).isEqualTo(500);
        assertThat(Wire.get(server, "getMeetings", "").statusCode()).isEqualTo(503);
        assertThat(Wire.get(server, "getMeetings", "").statusCode()).isEqualTo(500);
        server.clearFaults();
        assertThat(Wire.get(server, "getMeetings", "").statusCode()).isEqualTo(200);
    }

    @Test
    void faultMayDependOnTheRequest(SimulatedServer server) {
        server.populate(2, 0);
        server.faultWhen(request -> "room-1".equals(request.parameter("meetingID")), Fault.status(504));
        assertThat(Wire.get(server, "getMeetingInfo", "meetingID=room-0").statusCode())
                .isEqualTo(200);
        assertThat(Wire.get(server, "getMeetingInfo", "meetingID=room-1").statusCode())
                .isEqualTo(504);
    }

    @Test
    void faultOfAnUnknownCallIsRefused(SimulatedServer server) {
        assertThat(BbbSimulator.calls()).contains("version", "getMeetings", "hooks/create");
        assertThatThrownBy(() -> server.fault("getMeeting", Fault.hang()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such call: getMeeting");
        assertThatThrownBy(() -> server.faultNext(1, "", Fault.hang())).isInstanceOf(IllegalArgumentException.class);
    }
}
