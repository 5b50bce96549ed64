// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.reactor.RecordedFacts.all;
import static io.blueflux.reactor.RecordedFacts.failed;
import static io.blueflux.reactor.RecordedFacts.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.model.CreatedHook;
import io.blueflux.model.DestroyedHook;
import io.blueflux.model.Element;
import io.blueflux.model.Hook;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.PublishedRecordings;
import io.blueflux.model.SentChatMessage;
import io.blueflux.model.TextTrack;
import io.blueflux.model.UpdatedRecordings;
import io.blueflux.model.UploadedTextTrack;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known by hand of recorded answers to the small calls. */
final class RecordedSmallFacts {
    private static final String RENDERED = "bbb-3.0/";
    private static final String SEEN = "bbb-2.5.14/";

    private RecordedSmallFacts() {}

    static void addTo(Map<String, Consumer<RecordedOutcome>> facts) {
        addMessages(facts);
        addRecordings(facts);
        addTextTracks(facts);
        addHooks(facts);
        facts.put(
                SEEN + "session/stuns",
                outcome -> assertThat(only(outcome, Element.class).children())
                        .extracting(Element::name)
                        .containsExactly("stunServers", "turnServers", "remoteIceCandidates"));
        facts.put(
                SEEN + "session/enter",
                outcome -> assertThat(only(outcome, Element.class).children()).anySatisfy(member -> {
                    assertThat(member.name()).isEqualTo("fullname");
                    assertThat(member.text()).isEqualTo("Jöhn & <Döe>");
                }));
        facts.put(SEEN + "checksum/bad-learningDashboard", failed(""));
    }

    private static void addMessages(Map<String, Consumer<RecordedOutcome>> facts) {
        facts.put(
                RENDERED + "insertDocument-ok.xml",
                outcome -> assertThat(
                                only(outcome, InsertedDocuments.class).status().messageKey())
                        .isNull());
        facts.put(RENDERED + "insertDocument-failed.xml", failed(""));
        facts.put(RENDERED + "insertDocument-noMeeting.xml", failed(""));
        facts.put(
                RENDERED + "sendChatMessage-ok.xml",
                outcome -> assertThat(
                                only(outcome, SentChatMessage.class).status().messageKey())
                        .isNull());
        facts.put(RENDERED + "getSessions-none.xml", RecordedFacts::nothing);
    }

    private static void addRecordings(Map<String, Consumer<RecordedOutcome>> facts) {
        facts.put(RENDERED + "publishRecordings-true.xml", outcome -> isPublished(outcome, true));
        facts.put(RENDERED + "publishRecordings-false.xml", outcome -> isPublished(outcome, false));
        facts.put(SEEN + "publishRecordings/bad-publish", outcome -> isPublished(outcome, null));
        facts.put(SEEN + "publishRecordings/not-found", failed("notFound"));
        facts.put(
                SEEN + "updateRecordings/ok",
                outcome -> assertThat(only(outcome, UpdatedRecordings.class).updated())
                        .isTrue());
    }

    private static void isPublished(RecordedOutcome outcome, @Nullable Boolean published) {
        assertThat(only(outcome, PublishedRecordings.class).published()).isEqualTo(published);
    }

    private static void addTextTracks(Map<String, Consumer<RecordedOutcome>> facts) {
        facts.put(SEEN + "getRecordingTextTracks/two-tracks", outcome -> {
            assertThat(all(outcome, TextTrack.class))
                    .extracting(TextTrack::label)
                    .containsExactly("English", "Português (Brasil) & <b>");
            assertThat(all(outcome, TextTrack.class))
                    .extracting(TextTrack::kind)
                    .containsExactly("subtitles", "captions");
        });
        facts.put(SEEN + "getRecordingTextTracks/empty-list", RecordedFacts::nothing);
        facts.put(RENDERED + "getRecordingTextTracks-noCaptionsFound.json", failed("noCaptionsFound"));
        facts.put(RENDERED + "getRecordingTextTracks-noRecordings.json", failed("noRecordings"));
        facts.put(
                RENDERED + "putRecordingTextTrack-ok.json",
                outcome -> assertThat(only(outcome, UploadedTextTrack.class).recordId())
                        .isEqualTo("067a29b3702b5a97eccc471312652ed85525f467-1767254400000"));
        facts.put(RENDERED + "putRecordingTextTrack-empty.json", failed("empty_uploaded_text_track"));
        facts.put(RENDERED + "putRecordingTextTrack-invalidKind.json", failed("invalidKind"));
        facts.put(SEEN + "putRecordingTextTrack/lang-with-hyphen-rejected", failed("invalidLang"));
    }

    private static void addHooks(Map<String, Consumer<RecordedOutcome>> facts) {
        facts.put(RENDERED + "hooks-create-ok.xml", outcome -> {
            assertThat(only(outcome, CreatedHook.class).hookId()).hasSize(36);
            assertThat(only(outcome, CreatedHook.class).isDuplicate()).isFalse();
        });
        facts.put(
                RENDERED + "hooks-create-ok-2.xml",
                outcome -> assertThat(only(outcome, CreatedHook.class).hookId()).isEqualTo("7"));
        facts.put(RENDERED + "hooks-create-duplicate.xml", outcome -> {
            assertThat(only(outcome, CreatedHook.class).isDuplicate()).isTrue();
            assertThat(only(outcome, CreatedHook.class).permanent()).isNull();
        });
        String url = "https://app.example.org/";
        Hook global = new Hook("1", Confidential.of(url + "cb?a=1&b=2"), null, null, true, false, List.of());
        List<String> events = List.of("user-joined", "user-left");
        Hook scoped = new Hook("7", Confidential.of(url + "m"), "room <1> & co", events, false, true, List.of());
        facts.put(
                RENDERED + "hooks-list.xml",
                outcome -> assertThat(outcome.values()).containsExactly(global, scoped));
        facts.put(
                RENDERED + "hooks-destroy-ok.xml",
                outcome ->
                        assertThat(only(outcome, DestroyedHook.class).removed()).isTrue());
        for (String key : new String[] {
            "destroyMissingHook",
            "missingParamHookID",
            "missingParamCallbackURL",
            "createHookError",
            "destroyHookError",
            "listHookError"
        }) {
            facts.put(RENDERED + "hooks-error-" + key + ".xml", failed(key));
        }
    }
}
