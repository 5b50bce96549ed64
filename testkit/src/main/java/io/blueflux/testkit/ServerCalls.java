// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue of a server's calls, behind the checks that come before each. */
final class ServerCalls {
    private static final Logger log = LoggerFactory.getLogger(ServerCalls.class);
    private static final String VERSION = "version";
    private static final Set<String> RECORDING_CALLS =
            Set.of("getRecordings", "publishRecordings", "deleteRecordings", "updateRecordings");
    private static final Set<String> GET_ONLY = Set.of("publishRecordings", "deleteRecordings");

    private final MeetingStore meetings;
    private final ChecksumCheck checksums;
    private final JoinCall join;
    private final Map<String, Function<CallInput, Answer>> calls;

    ServerCalls(MeetingStore meetings, RecordingStore recordings, ChecksumCheck checksums, JoinCall join, Ids ids) {
        this.meetings = meetings;
        this.checksums = checksums;
        this.join = join;
        MeetingCalls meeting = new MeetingCalls(meetings, ids);
        RecordingCalls recording = new RecordingCalls(recordings);
        this.calls = Map.ofEntries(
                Map.entry("create", meeting::create),
                Map.entry("join", join::join),
                Map.entry("isMeetingRunning", meeting::isMeetingRunning),
                Map.entry("end", meeting::end),
                Map.entry("getMeetings", input -> meeting.getMeetings()),
                Map.entry("getMeetingInfo", meeting::getMeetingInfo),
                Map.entry("getRecordings", recording::getRecordings),
                Map.entry("publishRecordings", recording::publishRecordings),
                Map.entry("deleteRecordings", recording::deleteRecordings),
                Map.entry("updateRecordings", recording::updateRecordings));
    }

    Answer answer(RecordedRequest request, byte[] body) {
        CallInput input = CallInput.of(request, body);
        try {
            return accepted(request, dispatch(input));
        } catch (Refused refused) {
            return Envelopes.failed(refused.key(), refused.text());
        } catch (RuntimeException e) {
            log.warn("{} failed inside the simulator", request.call(), e);
            return Pages.container(500);
        }
    }

    private Answer dispatch(CallInput input) {
        RecordedRequest request = input.request();
        Function<CallInput, Answer> call = calls.get(request.call());
        if (call == null && !request.call().equals(VERSION)) {
            return Pages.notFound(request.path(), accept(request), meetings.now());
        }
        boolean supported = List.of("GET", "HEAD", "POST").contains(request.method());
        if (call == null || !supported) {
            return version();
        }
        if (request.method().equals("POST") && GET_ONLY.contains(request.call())) {
            return Pages.container(500);
        }
        ContentType.check(request);
        try {
            checkChecksum(input);
        } catch (Refused refused) {
            if (request.call().equals("join")) {
                return join.errorRedirect(input, refused);
            }
            throw refused;
        }
        return call.apply(input);
    }

    private void checkChecksum(CallInput input) {
        RecordedRequest request = input.request();
        String checksum = request.parameters().getOrDefault("checksum", "");
        boolean passes = !checksum.isEmpty() && checksums.passes(request.call(), request.rawQuery(), checksum);
        if (!passes && RECORDING_CALLS.contains(request.call())) {
            throw Refused.badChecksum("You did not pass the checksum security check");
        }
        if (!passes) {
            throw Refused.badChecksum(checksum.isEmpty() ? "You must provide the checksum" : "Checksums do not match");
        }
    }

    private static Answer version() {
        return Envelopes.success(xml ->
                xml.element("version", "2.0").element("apiVersion", "2.0").element("bbbVersion", ""));
    }

    /** A client that takes neither XML nor everything gets an error page where XML was due. */
    private static Answer accepted(RecordedRequest request, Answer answer) {
        String accept = accept(request);
        boolean takesXml = accept.isEmpty()
                || accept.contains("xml")
                || accept.contains("*/*")
                || accept.contains("application/*")
                || accept.contains("text/*");
        return takesXml || answer.status() != 200 ? answer : Pages.container(500);
    }

    private static String accept(RecordedRequest request) {
        return request.headers().getOrDefault("accept", "");
    }
}
