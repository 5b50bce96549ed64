// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server keeps of a value: it checks a cleaned one, and tells the one that was sent. */
class ValuesAsSentTest {
    @RegisterExtension
    static final BbbSimulatorExtension SIMULATORS =
            BbbSimulatorExtension.of(BbbSimulator.builder().servers(2).profile(0, SimulatorProfile.BBB_2_5));

    @ParameterizedTest
    @ValueSource(strings = {"getMeetingInfo", "end"})
    void onTheOldServerNoIdIsAMeetingThatIsNotThere(String call, BbbSimulator simulator) {
        for (String query : new String[] {"", "a=b"}) {
            assertThat(Wire.get(simulator.server(0), call, query).body()).isEqualTo("""
                <response>
                <returncode>FAILED</returncode>
                <messageKey>notFound</messageKey>
                <message>A meeting with that ID does not exist</message>
                </response>\
                """);
            assertThat(Wire.messageKey(Wire.get(simulator.server(1), call, query)))
                    .isEqualTo("missingParamMeetingID");
        }
        assertThat(Wire.messageKey(Wire.get(simulator.server(0), call, "meetingID=")))
                .isEqualTo("sizeError");
    }

    @Test
    void aNegativeDurationIsKeptAndEndsNothing(BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers()) {
            HttpResponse<String> created = Wire.get(server, "create", "name=Room&meetingID=room&duration=-5");
            assertThat(Wire.text(created, "duration")).isEqualTo("-5");
            assertThat(Wire.text(Wire.get(server, "getMeetingInfo", "meetingID=room"), "duration"))
                    .isEqualTo("-5");
        }
    }

    @Test
    void theOldServerKeepsBlanksAndControlCharactersOfAnId(BbbSimulator simulator) {
        SimulatedServer server = simulator.server(0);
        HttpResponse<String> padded = Wire.get(server, "create", "name=++padded++&meetingID=++c+padded++");
        assertThat(padded.body()).contains("<meetingID> c padded </meetingID>");
        assertThat(Wire.get(server, "create", "name=a%01%08b&meetingID=p%01id").body())
                .contains("<meetingID>p\u0001id</meetingID>");
        assertThat(Wire.get(server, "getMeetings", "").body())
                .contains("<meetingName> padded </meetingName>", "<meetingName>ab</meetingName>", ">p\u0001id<");
        assertThat(Wire.messageKey(Wire.get(server, "getMeetingInfo", "meetingID=p%01id")))
                .isEqualTo("notFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p%01id", "+room", "room%0A"})
    void aLaterServerRefusesAnIdThatCleaningChanges(String id, BbbSimulator simulator) {
        SimulatedServer server = simulator.server(1);
        HttpResponse<String> refused = Wire.get(server, "create", "name=Room&meetingID=" + id);
        assertThat(Wire.messageKey(refused)).isEqualTo("validationError");
        assertThat(Wire.text(refused, "message")).isEqualTo("Invalid meeting ID");
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void passwordsAndNumbersAreKeptAsSent(BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers()) {
            String query = "name=Room&meetingID=room&attendeePW=a%01p&moderatorPW=mp&dialNumber=1%012";
            assertThat(Wire.get(server, "create", query).body())
                    .contains("<attendeePW>a\u0001p</attendeePW>", "<dialNumber>1\u00012</dialNumber>");
            assertThat(Wire.get(server, "create", query).body()).contains("duplicateWarning");
        }
    }

    @Test
    void whoJoinsIsToldAsSentButForTheName(BbbSimulator simulator) {
        for (SimulatedServer server : simulator.servers()) {
            server.createMeeting("room");
            String query =
                    "meetingID=room&role=moderator&redirect=false&fullName=N%01%0Ame&userID=u%01x&userdata-x=a%01b";
            assertThat(Wire.text(Wire.get(server, "join", query), "returncode")).isEqualTo("SUCCESS");
            assertThat(Wire.get(server, "getMeetings", "").body())
                    .contains("<userID>u\u0001x</userID>", "<fullName>Nme</fullName>", "<x>a\u0001b</x>");
        }
    }
}
