// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An end that takes its time, and documents for a meeting that wants none. */
class EndTest {
    private static final String PASSWORDS = "&attendeePW=ap&moderatorPW=mp";

    private final ManualClock clock = new ManualClock();
    private final BbbSimulator simulator = BbbSimulator.builder().clock(clock).build();
    private final SimulatedServer server = simulator.server(0);

    @BeforeEach
    void start() {
        simulator.start();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private HttpResponse<String> get(String call, String query) {
        return Wire.get(server, call, query);
    }

    @Test
    void anEndTakesTimeIfAsked() {
        server.endTakes(Duration.ofMillis(500));
        String created = Wire.text(get("create", "name=Room&meetingID=room" + PASSWORDS), "createTime");
        server.meeting("room").addAttendee("u-1", "Anna");
        assertThat(Wire.messageKey(get("end", "meetingID=room"))).isEqualTo("sentEndMeetingRequest");
        clock.advance(Duration.ofMillis(499));
        assertThat(Wire.texts(get("getMeetings", ""), "hasBeenForciblyEnded")).containsExactly("false");
        assertThat(Wire.text(get("isMeetingRunning", "meetingID=room"), "running"))
                .isEqualTo("true");
        assertThat(Wire.messageKey(get("end", "meetingID=room"))).isEqualTo("sentEndMeetingRequest");
        HttpResponse<String> again = get("create", "name=Room&meetingID=room" + PASSWORDS);
        assertThat(Wire.messageKey(again)).isEqualTo("duplicateWarning");
        assertThat(Wire.text(again, "createTime")).isEqualTo(created);
        clock.advance(Duration.ofMillis(1));
        assertThat(Wire.messageKey(get("getMeetings", ""))).isEqualTo("noMeetings");
        assertThat(Wire.messageKey(get("end", "meetingID=room"))).isEqualTo("notFound");
        assertThat(Wire.text(get("create", "name=Room&meetingID=room"), "createTime"))
                .isNotEqualTo(created);
    }

    @Test
    void breakoutRoomsEndWithTheirMeeting() {
        server.endTakes(Duration.ofMillis(500));
        SimulatedMeeting parent = server.createMeeting("room");
        get("create", "name=Sub&meetingID=sub&isBreakout=true&sequence=1&parentMeetingID=room");
        get("end", "meetingID=room");
        assertThat(server.meetings()).hasSize(2);
        clock.advance(Duration.ofMillis(500));
        assertThat(server.meetings()).isEmpty();
        assertThat(parent.ended()).isTrue();
    }

    @Test
    void withoutTheSettingAMeetingIsGoneAtOnce() {
        server.createMeeting("room");
        get("end", "meetingID=room");
        assertThat(Wire.messageKey(get("end", "meetingID=room"))).isEqualTo("notFound");
    }

    @Test
    void theEndIsToldThoughNobodyAsks() {
        long begin = System.nanoTime();
        InstantSource steady = () -> Instant.EPOCH.plusNanos(System.nanoTime() - begin); // as the timer, never set back
        try (BbbSimulator real = BbbSimulator.builder()
                        .clock(steady.withZone(ZoneOffset.UTC))
                        .build()
                        .start();
                Receiver receiver = new Receiver()) {
            SimulatedServer itself = real.server(0).endTakes(Duration.ofMillis(30));
            itself.createMeeting("room");
            itself.callbacks().addPermanentHook(receiver.url("/cb"));
            Wire.get(itself, "end", "meetingID=room");
            assertThat(itself.callbacks().asFlux().blockFirst(Duration.ofSeconds(30)))
                    .extracting(SimulatedCallback::event)
                    .isEqualTo("meeting-ended");
        }
    }

    @Test
    void documentsAreRefusedWherePresentationsAreDisabled() {
        String slides =
                "<modules><module name='presentation'><document name='a.txt'>YQ==</document></module></modules>";
        String create = Wire.signed(server, "create", "name=Room&meetingID=room&disabledFeatures=chat,presentation");
        Wire.post(create, "application/xml", slides);
        String insert = Wire.signed(server, "insertDocument", "meetingID=room");
        assertThat(Wire.post(insert, "application/xml", slides).body()).isEqualTo("""
                <response>
                <returncode>FAILED</returncode>
                <message>Presentation feature is disabled, ignoring.</message>
                </response>""");
        assertThat(server.meeting("room").documents()).isEmpty();
    }

    @Test
    void anExcludedFeatureIsNotDisabled() {
        get("create", "name=Room&meetingID=room&disabledFeatures=presentation&disabledFeaturesExclude=presentation");
        String insert = Wire.signed(server, "insertDocument", "meetingID=room");
        String slides = "<modules><module name='presentation'/></modules>";
        assertThat(Wire.text(Wire.post(insert, "application/xml", slides), "returncode"))
                .isEqualTo("SUCCESS");
    }
}
