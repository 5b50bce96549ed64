// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls about text tracks: JSON, but for a wrong checksum or, when listing, a missing parameter. */
final class TextTrackCalls {
    /** A locale as Java prints it: {@code en_US}; the tag {@code en-US} is refused. */
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2}(_\\w+)?)?");

    private final RecordingStore recordings;
    private final Ids ids;
    private final Supplier<String> serverRoot;

    TextTrackCalls(RecordingStore recordings, Ids ids, Supplier<String> serverRoot) {
        this.recordings = recordings;
        this.ids = ids;
        this.serverRoot = serverRoot;
    }

    Answer get(CallInput input) {
        String recordId = input.text("recordID");
        if (recordId.isEmpty()) {
            throw new Refused("missingParamRecordID", "You must specify a recordID.");
        }
        @Nullable SimulatedRecording recording = recordings.find(recordId);
        if (recording == null) {
            return failedInOneLine("noRecordings", "No recording found for " + recordId);
        }
        if (recording.textTracks().isEmpty()) {
            return failedInOneLine("noCaptionsFound", "No captions found for " + recordId);
        }
        List<Map<String, Object>> tracks = recording.textTracks().stream()
                .map(track -> listed(recordId, track))
                .toList();
        return Json.response("returncode", "SUCCESS", "tracks", tracks);
    }

    Answer put(CallInput input) {
        String recordId = input.text("recordID");
        String kind = input.text("kind");
        String lang = input.text("lang");
        if (recordId.isEmpty()) {
            return failed("paramError", "Missing param recordID.");
        }
        if (recordings.find(recordId) == null) {
            return failed("noRecordings", "No recording was found for " + recordId);
        }
        if (kind.isEmpty()) {
            return failed("paramError", "Missing param kind.");
        }
        if (!kind.equals("subtitles") && !kind.equals("captions")) {
            return failed("invalidKind", "Invalid kind parameter, expected='subtitles|captions' actual=" + kind);
        }
        if (lang.isEmpty()) {
            return failed("paramError", "Missing param lang.");
        }
        if (!LOCALE.matcher(lang).matches()) {
            return failed("invalidLang", "Malformed lang param, received=" + lang);
        }
        return stored(recordId, kind, lang.replace('_', '-'), input);
    }

    private Answer stored(String recordId, String kind, String tag, CallInput input) {
        byte[] file = Multipart.file(input.request(), input.body())
                .orElseThrow(() -> new Crash("no part of the body is named file"));
        if (file.length == 0) {
            return failed("empty_uploaded_text_track", "Empty uploaded text track.");
        }
        String text = new String(file, StandardCharsets.UTF_8);
        SimulatedTextTrack track = new SimulatedTextTrack(kind, tag, input.text("label", tag), "upload", text);
        recordings.change(List.of(recordId), recording -> recording.textTrack(track));
        return Json.response(
                "returncode", "SUCCESS",
                "recordId", recordId,
                "messageKey", "upload_text_track_success",
                "message", "Text track uploaded successfully");
    }

    private Map<String, Object> listed(String recordId, SimulatedTextTrack track) {
        String file = track.kind() + "_" + track.lang() + ".vtt";
        String href =
                serverRoot.get() + "/bigbluebutton/textTrack/" + ids.alphanumeric(40) + "/" + recordId + "/" + file;
        return Json.object(
                "href", href,
                "kind", track.kind(),
                "label", track.label(),
                "lang", track.lang(),
                "source", track.source());
    }

    private static Answer failedInOneLine(String messageKey, String message) {
        return Json.response("returncode", "FAILED", "messageKey", messageKey, "message", message);
    }

    /** The upload's failures are printed in lines. */
    private static Answer failed(String messageKey, String message) {
        return Envelopes.failedJson(messageKey, message);
    }
}
