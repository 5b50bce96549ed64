// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.blueflux.BbbServer;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Signal;

/** Replays recorded answers to join, from the folder that the environment variable BLUEFLUX_RECORDINGS names. */
class RecordedJoinIT {
    private static final String VARIABLE = "BLUEFLUX_RECORDINGS";

    /** The messageKey of each recording. */
    private static final Map<String, String> KEYS = new TreeMap<>(Map.ofEntries(
            Map.entry("bad-guest", "validationError"),
            Map.entry("bad-password", "Params required"),
            Map.entry("bad-password-redirect", "Params required"),
            Map.entry("createTime-bad", "validationError"),
            Map.entry("createTime-mismatch", "mismatchCreateTimeParam"),
            Map.entry("empty-fullName", "missingParamFullName"),
            Map.entry("guest-deny", "guestDeny"),
            Map.entry("guest-true", "successfullyJoined"),
            Map.entry("guest-wait", "guestWait"),
            Map.entry("guest-wait-redirect", ""),
            Map.entry("max-participants", "maxParticipantsReached"),
            Map.entry("missing-meetingID", "meetingForciblyEnded"),
            Map.entry("no-role-no-password", "Params required"),
            Map.entry("not-found", "meetingForciblyEnded"),
            Map.entry("not-found-logoutURL", "meetingForciblyEnded"),
            Map.entry("not-found-redirect", "meetingForciblyEnded"),
            Map.entry("ok-redirect-default", ""),
            Map.entry("ok-redirect-false", "successfullyJoined"),
            Map.entry("ok-redirect-false-viewer", "successfullyJoined"),
            Map.entry("ok-redirect-true", ""),
            Map.entry("ok-role-viewer-with-mod-pw", "successfullyJoined"),
            Map.entry("post-form", "meetingForciblyEnded")));

    private final RecordedServer web = new RecordedServer();
    private final BbbClient client = BbbClient.create(BbbServer.of(web.url(), "shared-secret-1"));

    RecordedJoinIT() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        client.disposeLater().block();
        web.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedJoinEndsAsItShould() throws IOException {
        String name = System.getenv(VARIABLE);
        if (name == null || name.isBlank()) {
            return Stream.of(dynamicTest("the recordings", () -> abort(VARIABLE + " names no folder of recordings")));
        }
        Path folder = Path.of(name, "bbb-2.5.14", "join");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".headers"))
                            .map(file -> file.replace(".headers", "")))
                    .containsExactlyInAnyOrderElementsOf(KEYS.keySet());
        }
        return KEYS.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> replay(folder, entry.getKey(), entry.getValue())));
    }

    private void replay(Path folder, String name, String key) throws IOException {
        List<String> head = Files.readString(folder.resolve(name + ".headers"), StandardCharsets.ISO_8859_1)
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .toList();
        web.answerWith(new RecordedCase(name, List.of(), head, Files.readAllBytes(folder.resolve(name + ".body"))));
        Signal<JoinedMeeting> outcome = Objects.requireNonNull(client.join(
                        JoinRequest.builder("room-1", "Ada").role(Role.VIEWER).build())
                .onErrorMap(error -> !(error instanceof BbbException), AssertionError::new)
                .materialize()
                .block());
        if (outcome.getThrowable() != null) {
            assertThat(((ApiFailedException) outcome.getThrowable()).messageKey())
                    .isEqualTo(key);
        } else {
            isSession(Objects.requireNonNull(outcome.get()), name, key);
        }
    }

    private static void isSession(JoinedMeeting joined, String name, String key) {
        assertThat(Objects.requireNonNullElse(joined.status().messageKey(), "")).isEqualTo(key);
        assertThat(joined.sessionToken()).hasSize(16);
        assertThat(joined.cookies()).singleElement().asString().startsWith("JSESSIONID=");
        assertThat(joined.isDenied()).isEqualTo(name.equals("guest-deny"));
        assertThat(joined.isWaiting()).isEqualTo(name.equals("guest-wait"));
        assertThat(joined.url()).startsWith("http://127.0.0.1:8090");
    }
}
