// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.testkit.Receiver.Received;
import io.blueflux.testkit.SimulatedRecording.Format;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BbbSimulatorExtension.class)
class CallbackTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private Receiver receiver;

    @BeforeEach
    void listen(SimulatedServer server) {
        receiver = new Receiver();
        server.callbacks().retryDelays(Duration.ofMillis(1), Duration.ofMillis(1));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private String register(SimulatedServer server, String target, String more) {
        String url = receiver.url(target);
        Wire.get(server, "hooks/create", "callbackURL=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more);
        return url;
    }

    private List<String> events(SimulatedServer server) {
        server.callbacks().settled().block(LONG);
        return receiver.received().stream().map(Received::event).toList();
    }

    @Test
    void whatHappensIsDeliveredInOrder(SimulatedServer server) {
        register(server, "/cb?tenant=1", "");
        SimulatedMeeting meeting = server.createMeeting("room", prepared -> prepared.addAttendee("u-0", "Noa"));
        meeting.addAttendee("u-1", "Änne & 李").chat("Anna", "hi \"<b>\"").removeAttendee("u-1");
        server.addRecording(SimulatedRecording.builder("r-1", "room")
                .format(Format.of("video", "https://bbb.example.org/v"))
                .build());
        Wire.get(server, "publishRecordings", "recordID=r-1&publish=false");
        Wire.get(server, "publishRecordings", "recordID=r-1&publish=true");
        Wire.get(server, "deleteRecordings", "recordID=r-1");
        meeting.end();
        assertThat(events(server))
                .containsExactly(
                        "meeting-created",
                        "user-joined",
                        "user-joined",
                        "chat-group-message-sent",
                        "user-left",
                        "rap-publish-ended",
                        "rap-unpublished",
                        "rap-published",
                        "rap-deleted",
                        "user-left",
                        "meeting-ended");
        Received joined = receiver.received().get(2);
        assertThat(joined.fields().get("event"))
                .contains("\"external-user-id\":\"u-1\",\"name\":\"Änne & 李\",\"role\":\"VIEWER\"");
        assertThat(joined.target()).startsWith("/cb?tenant=1&checksum=");
    }

    @Test
    void joinCallsAreTold(SimulatedServer server) {
        register(server, "/cb", "&eventID=user-joined");
        server.createMeeting("room");
        String user = Wire.text(
                Wire.get(server, "join", "meetingID=room&fullName=Anna&role=viewer&redirect=false"), "user_id");
        assertThat(events(server)).containsExactly("user-joined");
        assertThat(receiver.received().get(0).body()).contains(user);
    }

    @Test
    void meetingsEndedByCallAreTold(SimulatedServer server) {
        Wire.get(server, "create", "name=Room&meetingID=room");
        register(server, "/cb", "&meetingID=room");
        Wire.get(server, "end", "meetingID=room");
        assertThat(events(server)).containsExactly("meeting-ended");
    }

    @Test
    void hookHearsOnlyItsMeetingAndItsEvents(SimulatedServer server) {
        register(server, "/cb", "&meetingID=room-a&eventID=User-Left,meeting-ended");
        for (String id : List.of("room-a", "room-b")) {
            server.createMeeting(id)
                    .addAttendee("u-1", "Anna")
                    .removeAttendee("u-1")
                    .end();
        }
        assertThat(events(server)).containsExactly("user-left", "meeting-ended");
        assertThat(receiver.received()).allSatisfy(one -> assertThat(one.body()).contains("room-a"));
    }

    @Test
    void checksumCoversUrlAndBody(SimulatedServer server) {
        String url = register(server, "/cb", "");
        server.callbacks().signing(CallbackSigning.WEBHOOKS_3_4, ChecksumAlgorithm.SHA512);
        server.createMeeting("room");
        events(server);
        Received received = receiver.received().get(0);
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.contentType()).isEqualTo("application/x-www-form-urlencoded;charset=UTF-8");
        assertThat(received.body()).startsWith("domain=127.0.0.1&event=%5B%7B%22data%22%3A");
        assertThat(received.checksum())
                .isEqualTo(Wire.checksum("SHA-512", url + received.body() + server.secretText()));
    }

    @Test
    void oldChecksumCoversTheJsonOfTheFields(SimulatedServer server) {
        String url = register(server, "/cb", "");
        server.callbacks().signing(CallbackSigning.WEBHOOKS_2, ChecksumAlgorithm.SHA1);
        server.createMeeting("room \"1\"\\");
        events(server);
        Received received = receiver.received().get(0);
        String event = received.field("event").replace("\\", "\\\\").replace("\"", "\\\"");
        String json = "{\"event\":\"" + event + "\",\"timestamp\":"
                + received.fields().get("timestamp") + ",\"domain\":\"127.0.0.1\"}";
        assertThat(received.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(received.body()).startsWith("event=");
        assertThat(received.checksum()).isEqualTo(Wire.checksum("SHA-1", url + json + server.secretText()));
    }

    @Test
    void checksumOfTheFaultyVersionsCoversNoBody(SimulatedServer server) {
        String url = register(server, "/cb", "");
        server.callbacks().signing(CallbackSigning.WEBHOOKS_3_0, ChecksumAlgorithm.SHA256);
        server.createMeeting("room");
        events(server);
        assertThat(receiver.received().get(0).checksum())
                .isEqualTo(Wire.checksum("SHA-256", url + "{}" + server.secretText()));
    }

    @Test
    void refusedDeliveryIsRepeatedAsItWas(SimulatedServer server) {
        String url = register(server, "/cb", "");
        receiver.answers(500, 404);
        server.createMeeting("room");
        events(server);
        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received()).containsOnly(receiver.received().get(0));
        assertThat(server.callbacks().sent())
                .containsExactly(new SimulatedCallback("meeting-created", url, 3, 200, true));
    }

    @Test
    void hookIsRemovedAfterTheLastAttempt(SimulatedServer server) {
        String url = register(server, "/cb", "");
        String permanent = receiver.url("/always");
        server.callbacks().addPermanentHook(permanent);
        receiver.answers(500, 500, 500, 500, 500, 500);
        server.createMeeting("room");
        events(server);
        assertThat(server.callbacks().hookUrls()).containsExactly(permanent);
        assertThat(server.callbacks().sent())
                .containsExactlyInAnyOrder(
                        new SimulatedCallback("meeting-created", url, 3, 500, false),
                        new SimulatedCallback("meeting-created", permanent, 3, 500, false));
    }

    @Test
    void unauthorizedCountsAsTaken(SimulatedServer server) {
        register(server, "/cb", "");
        receiver.answers(401);
        server.createMeeting("room");
        events(server);
        assertThat(receiver.received()).hasSize(1);
        assertThat(server.callbacks().sent().get(0).delivered()).isTrue();
    }

    @Test
    void unreachableReceiverHasNoStatus(SimulatedServer server) {
        String url = register(server, "/cb", "");
        receiver.close();
        server.callbacks().retryDelays();
        server.createMeeting("room");
        server.callbacks().settled().block(LONG);
        assertThat(server.callbacks().sent())
                .containsExactly(new SimulatedCallback("meeting-created", url, 1, 0, false));
    }

    @Test
    void deliveriesCanBeFollowed(SimulatedServer server) {
        register(server, "/cb", "");
        server.createMeeting("room").addAttendee("u-1", "Anna");
        SimulatedCallback joined = server.callbacks()
                .asFlux()
                .filter(callback -> callback.event().equals("user-joined"))
                .blockFirst(LONG);
        assertThat(joined).hasToString("user-joined delivered, attempts 1, status 200");
    }

    @Test
    void endOfAMeetingIsToldWhereItsCreatorSays(SimulatedServer server) {
        String end = URLEncoder.encode(receiver.url("/end?k=1"), StandardCharsets.UTF_8);
        String ended = URLEncoder.encode(receiver.url("/ended"), StandardCharsets.UTF_8);
        Wire.get(
                server,
                "create",
                "name=Room&meetingID=room+1&record=true&meta_endCallbackUrl=" + end + "&meetingEndedURL=" + ended);
        Wire.get(server, "end", "meetingID=room+1");
        server.callbacks().settled().block(LONG);
        assertThat(receiver.received())
                .extracting(one -> one.method() + " " + one.target())
                .containsExactlyInAnyOrder("GET /end?k=1&meetingID=room+1&recordingmarks=true", "GET /ended");
    }

    @Test
    void expiredMeetingIsToldOnceItIsLookedFor() {
        ManualClock clock = new ManualClock();
        try (BbbSimulator simulator =
                BbbSimulator.builder().clock(clock).build().start()) {
            SimulatedServer server = simulator.server(0);
            register(server, "/cb", "&eventID=meeting-ended");
            server.createMeeting("room");
            clock.advance(Duration.ofMinutes(6));
            assertThat(server.meetings()).isEmpty();
            assertThat(events(server)).containsExactly("meeting-ended");
        }
    }

    @Test
    void readyRecordingIsToldByASignedToken(SimulatedServer server) throws Exception {
        server.addRecording(SimulatedRecording.builder("r-1", "room")
                .metadata("bbb-recording-ready-url", receiver.url("/ready"))
                .format(Format.of("presentation", "https://bbb.example.org/p"))
                .build());
        server.callbacks().settled().block(LONG);
        String[] token = receiver.received().get(0).field("signed_parameters").split("\\.", -1);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(server.secretText().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(Base64.getUrlDecoder().decode(token[2]))
                .isEqualTo(mac.doFinal((token[0] + "." + token[1]).getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"meeting_id\":\"room\",\"record_id\":\"r-1\"}");
    }

    @Test
    void nothingIsToldAfterTheClose() {
        BbbSimulator simulator = BbbSimulator.start(1);
        SimulatedServer server = simulator.server(0);
        register(server, "/cb", "");
        SimulatedMeeting meeting = server.createMeeting("room");
        server.callbacks().settled().block(LONG);
        simulator.close();
        meeting.end();
        server.callbacks().settled().block(LONG);
        assertThat(receiver.received()).extracting(Received::event).containsExactly("meeting-created");
    }

    @Test
    void whoIsInsideLeavesBeforeTheMeetingEnds(SimulatedServer server) {
        SimulatedMeeting meeting = server.createMeeting("room")
                .addAttendee(SimulatedAttendee.moderator("u-0", "Noa"))
                .addAttendee("u-1", "Anna");
        register(server, "/cb", "");
        meeting.end();
        assertThat(events(server)).containsExactly("user-left", "user-left", "meeting-ended");
        assertThat(receiver.received().get(0).field("event"))
                .contains("\"external-user-id\":\"u-0\",\"name\":\"Noa\",\"role\":\"MODERATOR\"");
    }

    @Test
    void oldEventsTellLess(SimulatedServer server) {
        server.callbacks().signing(CallbackSigning.WEBHOOKS_2, ChecksumAlgorithm.SHA1);
        register(server, "/cb", "");
        server.createMeeting("room")
                .addAttendee("u-1", "Anna")
                .chat("Anna", "hi")
                .removeAttendee("u-1")
                .addAttendee("u-2", "Noa")
                .end();
        assertThat(events(server))
                .containsExactly(
                        "meeting-created",
                        "user-joined",
                        "chat-group-message-sent",
                        "user-left",
                        "user-joined",
                        "meeting-ended");
        assertThat(receiver.received())
                .noneMatch(one -> one.field("event").matches(".*\"(parent-id|userdata|guest)\".*"));
        assertThat(receiver.received().get(1).field("event"))
                .contains("\"name\":\"Anna\",\"role\":\"VIEWER\",\"presenter\":false}}");
        assertThat(receiver.received().get(2).field("event"))
                .contains("\"chat-message\":{\"message\":\"hi\",\"sender\":{\"internal-user-id\"")
                .doesNotContain("\"name\"");
    }

    @Test
    void deliveriesMayOvertakeOneAnother(SimulatedServer server) {
        server.callbacks().overtaking();
        register(server, "/cb", "");
        SimulatedMeeting meeting = server.createMeeting("room");
        for (int i = 0; i < 20; i++) {
            meeting.addAttendee("u-" + i, "Anna");
        }
        assertThat(events(server)).hasSize(21).contains("meeting-created");
        List<String> users = receiver.received().stream()
                .map(one -> one.field("event").replaceAll(".*external-user-id\":\"u-([0-9]+)\".*", "$1"))
                .filter(text -> text.length() < 3)
                .toList();
        assertThat(users)
                .doesNotHaveDuplicates()
                .hasSize(20)
                .isNotEqualTo(users.stream()
                        .sorted(Comparator.comparingInt(Integer::parseInt))
                        .toList());
    }
}
