// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.model.JoinedMeeting;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of recorded joins by hand: which let a user in, and why the others do not. */
final class RecordedJoinFacts {
    private static final String RENDERED = "bbb-3.0/join-";
    private static final String SEEN = "bbb-2.5.14/join/";
    private static final String PAGE = "http://127.0.0.1:8090";

    private RecordedJoinFacts() {}

    static void addTo(Map<String, Consumer<RecordedOutcome>> facts) {
        addRefused(facts);
        for (String name : new String[] {
            "guest-true", "ok-redirect-false", "ok-redirect-false-viewer", "ok-role-viewer-with-mod-pw"
        }) {
            facts.put(SEEN + name, outcome -> joined(outcome, "successfullyJoined", PAGE, 1));
        }
        for (String name : new String[] {"guest-wait-redirect", "ok-redirect-default", "ok-redirect-true"}) {
            facts.put(SEEN + name, outcome -> joined(outcome, "", PAGE, 1));
        }
        facts.put(SEEN + "guest-wait", outcome -> waits(joined(outcome, "guestWait", PAGE, 1)));
        facts.put(SEEN + "guest-deny", outcome -> isDenied(joined(outcome, "guestDeny", PAGE, 1)));
        String client = "https://bbb.example.org/html5client/?";
        facts.put(RENDERED + "ok.xml", outcome -> joined(outcome, "successfullyJoined", client, 0));
        facts.put(RENDERED + "ok-2.0.xml", outcome -> joined(outcome, "successfullyJoined", "", 0));
        facts.put(
                RENDERED + "guest-wait-3.0.xml",
                outcome -> waits(joined(outcome, "successfullyJoined", client + "waitLayout=1&sessionToken=", 0)));
        facts.put(
                RENDERED + "guest-wait-2.x.xml",
                outcome -> waits(joined(outcome, "guestWait", "https://bbb.example.org/guestWait?", 0)));
        facts.put(
                RENDERED + "guest-deny-2.x.xml",
                outcome -> isDenied(joined(outcome, "guestDeny", "https://bbb.example.org/", 0)));
    }

    private static void addRefused(Map<String, Consumer<RecordedOutcome>> facts) {
        Map.ofEntries(
                        Map.entry("bad-guest", "validationError"),
                        Map.entry("bad-password", "Params required"),
                        Map.entry("bad-password-redirect", "Params required"),
                        Map.entry("createTime-bad", "validationError"),
                        Map.entry("createTime-mismatch", "mismatchCreateTimeParam"),
                        Map.entry("empty-fullName", "missingParamFullName"),
                        Map.entry("max-participants", "maxParticipantsReached"),
                        Map.entry("missing-meetingID", "meetingForciblyEnded"),
                        Map.entry("no-role-no-password", "Params required"),
                        Map.entry("not-found", "meetingForciblyEnded"),
                        Map.entry("not-found-logoutURL", "meetingForciblyEnded"),
                        Map.entry("not-found-redirect", "meetingForciblyEnded"),
                        Map.entry("post-form", "meetingForciblyEnded"))
                .forEach((name, key) -> facts.put(SEEN + name, RecordedFacts.failed(key)));
    }

    private static JoinedMeeting joined(RecordedOutcome outcome, String key, String url, int cookies) {
        JoinedMeeting joined = RecordedFacts.only(outcome, JoinedMeeting.class);
        assertThat(Objects.requireNonNullElse(joined.status().messageKey(), "")).isEqualTo(key);
        assertThat(Objects.requireNonNull(joined.sessionToken()).reveal()).hasSize(16);
        assertThat(revealed(joined.url())).startsWith(url);
        assertThat(revealed(joined.cookies()).lines())
                .hasSize(cookies)
                .allSatisfy(cookie -> assertThat(cookie).startsWith("JSESSIONID="));
        assertThat(joined.isWaiting() && joined.isDenied()).isFalse();
        return joined;
    }

    private static void waits(JoinedMeeting joined) {
        assertThat(joined.isWaiting()).isTrue();
    }

    private static void isDenied(JoinedMeeting joined) {
        assertThat(joined.isDenied()).isTrue();
    }

    private static String revealed(@Nullable Confidential value) {
        return value == null ? "" : value.reveal();
    }
}
