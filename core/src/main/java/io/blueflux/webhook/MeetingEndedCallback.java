// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.value.Flags;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The GET to {@code meta_endCallbackUrl} or {@code meetingEndedURL} (BBB API, "Meeting-ended callbacks").
 *
 * <p><b>It is not signed: anybody can send it.</b> Put a secret of your own into the URL, or ask the server whether the
 * meeting is over. A server repeats it up to four times until it gets a 2xx.
 *
 * @param meetingId {@code meetingID}; absent where {@code meetingEndedURL} is called bare
 * @param recordingMarks {@code recordingmarks}: somebody pressed the record button, so a recording will follow
 */
public record MeetingEndedCallback(
        @Nullable String meetingId, @Nullable Boolean recordingMarks) {

    /**
     * Decodes a callback.
     *
     * @param rawQuery the query of the request's URL as received, still encoded
     * @return what it says
     * @throws CallbackRefusedException if the query cannot be read
     */
    public static MeetingEndedCallback of(@Nullable String rawQuery) {
        Map<String, String> query = rawQuery == null ? Map.of() : FormBody.parse(ofTheServer(rawQuery));
        String marks = query.get("recordingmarks");
        return new MeetingEndedCallback(query.get("meetingID"), marks == null ? null : Flags.flag(marks));
    }

    /** Leaves out what is the receiver's own, which no rule binds. */
    private static String ofTheServer(String rawQuery) {
        return Stream.of(rawQuery.split("&", -1))
                .filter(parameter -> parameter.startsWith("meetingID=") || parameter.startsWith("recordingmarks="))
                .collect(Collectors.joining("&"));
    }
}
