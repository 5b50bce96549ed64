// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

import io.blueflux.ApiCall;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The requests that are signed: the one that never changes, the shortest everyday one, and a create whose query has
 * about 2 KB.
 */
@SuppressWarnings("ImmutableEnumChecker") // calls are immutable
public enum SignInput {
    GET_MEETINGS(ApiCall.GET_MEETINGS) {
        @Override
        Map<String, String> parameters() {
            return Map.of();
        }
    },
    GET_MEETING_INFO(ApiCall.GET_MEETING_INFO) {
        @Override
        Map<String, String> parameters() {
            return Map.of("meetingID", "course-42-2026-spring-lecture");
        }
    },
    CREATE(ApiCall.CREATE) {
        @Override
        Map<String, String> parameters() {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("name", "Analysis II – Übungsgruppe 3 & Fragestunde");
            values.put("meetingID", "course-42-2026-spring-lecture");
            values.put("attendeePW", "attendee-password");
            values.put("moderatorPW", "moderator-password");
            values.put("welcome", "<b>Willkommen!</b> Bitte schalten Sie das Mikrofon aus. ".repeat(16));
            values.put("logoutURL", "https://campus.example.org/courses/42?tab=meetings&lang=de");
            values.put("record", "true");
            values.put("autoStartRecording", "false");
            values.put("maxParticipants", "200");
            values.put("duration", "90");
            values.put("meta_bbb-origin", "Moodle");
            values.put("meta_bbb-context", "Математика, второй семестр");
            values.put("meta_bbb-recording-name", "Woche 3: Grenzwerte und Stetigkeit");
            return values;
        }
    };

    private final ApiCall call;

    SignInput(ApiCall call) {
        this.call = call;
    }

    ApiCall call() {
        return call;
    }

    abstract Map<String, String> parameters();
}
