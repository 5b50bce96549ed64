// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.body.Document;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.HookRequest;
import io.blueflux.request.InsertDocumentRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.RecordingsUpdate;
import io.blueflux.request.Role;
import io.blueflux.request.SessionRequest;
import io.blueflux.request.TextTrackKind;
import io.blueflux.request.TextTrackUpload;
import io.blueflux.request.UserSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;

/** One request of each call, so that an answer can be given to it. */
final class RecordedCalls {
    private static final UserSession SESSION = UserSession.of("token-1");
    private static final byte[] CAPTIONS = "WEBVTT\n".getBytes(StandardCharsets.UTF_8);

    private RecordedCalls() {}

    /** Sends a call by its own method of the client, or one that has none by its name. */
    static Flux<?> send(BbbClient client, ApiCall call) {
        return switch (call.toString()) {
            case "getMeetings" -> client.getMeetings();
            case "getSessions" -> client.getSessions();
            case "getRecordings" -> client.getRecordings(RecordingsQuery.all());
            case "getRecordingTextTracks" -> client.getRecordingTextTracks("r-1");
            case "hooks/list" -> client.hooksList();
            case "version" -> client.version().flux();
            case "isMeetingRunning" -> client.isMeetingRunning("m-1").flux();
            case "end" -> client.end("m-1").flux();
            case "getMeetingInfo" -> client.getMeetingInfo("m-1").flux();
            case "sendChatMessage" -> client.sendChatMessage("m-1", "hello").flux();
            case "publishRecordings" -> client.publishRecordings(true, "r-1").flux();
            case "deleteRecordings" -> client.deleteRecordings("r-1").flux();
            case "learningDashboard" -> client.learningDashboard(SESSION).flux();
            case "hooks/destroy" -> client.hooksDestroy("1").flux();
            default -> sendBuilt(client, call);
        };
    }

    private static Flux<?> sendBuilt(BbbClient client, ApiCall call) {
        return switch (call.toString()) {
            case "create" ->
                client.create(CreateRequest.builder("m-1", "Meeting").build()).flux();
            case "join" ->
                client.join(JoinRequest.builder("m-1", "Ada").role(Role.VIEWER).build())
                        .flux();
            case "insertDocument" ->
                client.insertDocument(
                                InsertDocumentRequest.of("m-1", List.of(Document.url("https://h.example.org/a.pdf"))))
                        .flux();
            case "updateRecordings" ->
                client.updateRecordings(
                                RecordingsUpdate.builder("r-1").meta("a", "b").build())
                        .flux();
            case "putRecordingTextTrack" ->
                client.putRecordingTextTrack(TextTrackUpload.builder("r-1", TextTrackKind.CAPTIONS, "en_US")
                                .file("a.vtt", CAPTIONS)
                                .build())
                        .flux();
            case "getJoinUrl" ->
                client.getJoinUrl(SessionRequest.getJoinUrl(SESSION).build()).flux();
            case "hooks/create" ->
                client.hooksCreate(HookRequest.builder("https://h.example.org/hook")
                                .build())
                        .flux();
            default -> client.call(call.wireName(), Map.of()).flux();
        };
    }
}
