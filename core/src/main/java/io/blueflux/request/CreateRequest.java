// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.body.Document;
import io.blueflux.body.RequestBody;
import io.blueflux.model.JsonValue;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.ParameterRule;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import io.blueflux.value.Given;
import io.blueflux.value.WireText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates a meeting (BBB API, "create"). A second request with the same ID does not change a running meeting. Immutable.
 *
 * <p>What is not set is not sent: the server's default holds.
 */
public final class CreateRequest extends CheckedRequest {
    private final @Nullable RequestBody body;
    private final Validation validation;
    private final boolean once;

    private CreateRequest(
            RequestParameters parameters, @Nullable RequestBody body, Validation validation, boolean once) {
        super(ApiCall.CREATE, parameters);
        this.body = body;
        this.validation = validation;
        this.once = once;
    }

    /**
     * Begins a request with what every server demands.
     *
     * @param meetingId an ID of your choice, unique among the running meetings, meetingID on the wire; 2 to 256 characters, no
     *     comma
     * @param name what users read, {@code name}; 2 to 256 characters
     * @return a builder
     * @throws IllegalArgumentException naming the parameter and the rule it breaks, as every setter does
     */
    public static Builder builder(String meetingId, String name) {
        return builder(meetingId, name, Validation.STRICT);
    }

    /**
     * Begins a request with what every server demands.
     *
     * @param meetingId your ID of the meeting, meetingID on the wire
     * @param name the name of the meeting, {@code name} on the wire
     * @param validation whether a value may break the rule of its {@link Parameter}
     * @return a builder
     * @throws IllegalArgumentException naming the parameter and the rule it breaks, as every setter does
     */
    public static Builder builder(String meetingId, String name, Validation validation) {
        Objects.requireNonNull(validation, "validation");
        return new Builder(meetingId, name, validation);
    }

    /** Returns documents and modules as XML, or null if there are none. */
    @Override
    public @Nullable RequestBody body() {
        return body;
    }

    /**
     * Tells whether sending this again is safe: with both passwords sent, the server takes the repetition for the same
     * request; without, it makes other passwords and may refuse the second one as a duplicate. Documents that a publisher
     * gives may be had only once.
     *
     * @return whether both passwords are sent, no publisher gives a document, and it is not {@link #withoutRepetition}
     */
    @Override
    public boolean isRepeatable() {
        boolean bothPasswords = Stream.of(Parameter.ATTENDEE_PW, Parameter.MODERATOR_PW)
                .map(password -> parameters().get(password.wireName()))
                .allMatch(value -> value != null && !value.isEmpty());
        return !once && bothPasswords && (body == null || body.isRepeatable());
    }

    /**
     * Returns this with a text of your own that the server keeps with the meeting; a lenient request stays lenient. Wire name
     * {@code meta_NAME}.
     *
     * @param name as {@link Builder#meta} takes it; replaces the value of the same name
     * @param value the text
     * @return a copy, with the same documents and modules
     * @throws IllegalArgumentException naming the parameter and the rule it breaks
     */
    public CreateRequest withMeta(String name, String value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        return new CreateRequest(
                copy(validation)
                        .put(ApiCall.CREATE, Parameter.META.wireName() + name, value)
                        .build(),
                body,
                validation,
                once);
    }

    /**
     * Returns this as one that a client does not send again by itself, whatever its retry policy: for a caller who has to know what
     * became of the first.
     *
     * @return a copy
     */
    public CreateRequest withoutRepetition() {
        return new CreateRequest(parameters(), body, validation, true);
    }

    /** Returns the parameters without secrets. */
    @Override
    public String toString() {
        return super.toString() + (body == null ? "" : " with " + body);
    }

    /** Collects what is sent; a setter used again replaces the former value. Not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private final List<Document> documents = new ArrayList<>();
        private final Map<String, String> modules = new LinkedHashMap<>();
        private final Validation validation;

        private Builder(String meetingId, String name, Validation validation) {
            super(ApiCall.CREATE, validation);
            this.validation = validation;
            put(Parameter.MEETING_ID, meetingId);
            put(Parameter.NAME, name);
        }

        /**
         * Builds the request.
         *
         * @return an immutable request
         */
        public CreateRequest build() {
            boolean bare = documents.isEmpty() && modules.isEmpty();
            RequestBody body = bare ? null : RequestBody.ofDocuments(documents, modules);
            return new CreateRequest(sink.build(), body, validation, false);
        }

        /**
         * Sets the password by which attendees join; random unless said. Roles replace it from 2.5 on. With both passwords
         * sent, creating is repeatable. Wire name {@code attendeePW}; deprecated since 2.5.
         *
         * @param password the password, 2 to 64 characters
         * @return this builder
         */
        public Builder attendeePw(String password) {
            return put(Parameter.ATTENDEE_PW, password);
        }

        /**
         * Sets the password by which moderators join; random unless said. Everybody who joins by password is moderator when
         * both are equal. Wire name {@code moderatorPW}; deprecated since 2.5.
         *
         * @param password the password, 2 to 64 characters
         * @return this builder
         */
        public Builder moderatorPw(String password) {
            return put(Parameter.MODERATOR_PW, password);
        }

        /**
         * Sets the message shown in the public chat; the server has a default. {@code %%CONFNAME%%}, {@code %%DIALNUM%%}
         * and {@code %%CONFNUM%%} are replaced. Wire name {@code welcome}.
         *
         * @param html text with simple HTML
         * @return this builder
         */
        public Builder welcome(String html) {
            return put(Parameter.WELCOME, html);
        }

        /**
         * Sets a message that only moderators see. Wire name {@code moderatorOnlyMessage}.
         *
         * @param html text with simple HTML
         * @return this builder
         */
        public Builder moderatorOnlyMessage(String html) {
            return put(Parameter.MODERATOR_ONLY_MESSAGE, html);
        }

        /**
         * Limits the users; no limit unless said. Wire name {@code maxParticipants}.
         *
         * @param users how many; 0 for no limit
         * @return this builder
         */
        public Builder maxParticipants(int users) {
            return put(Parameter.MAX_PARTICIPANTS, users);
        }

        /**
         * Sets where users go when they leave; the server has a default. {@code %%MEETINGID%%}, {@code %%USERID%%} and
         * {@code %%USERNAME%%} are replaced. Wire name {@code logoutURL}.
         *
         * @param url the page
         * @return this builder
         */
        public Builder logoutUrl(String url) {
            return put(Parameter.LOGOUT_URL, url);
        }

        /**
         * Offers a page to users who were logged out or removed. Wire name {@code loginURL}; BBB 3.0 and later.
         *
         * @param url the page
         * @return this builder
         */
        public Builder loginUrl(String url) {
            return put(Parameter.LOGIN_URL, url);
        }

        /**
         * Has the server call a URL when the meeting ended. The call is not signed. Wire name {@code meetingEndedURL}; BBB
         * 2.2 and later.
         *
         * @param url what to call
         * @return this builder
         */
        public Builder meetingEndedUrl(String url) {
            return put(Parameter.MEETING_ENDED_URL, url);
        }

        /**
         * Chooses the layout; the server has a default. Wire name {@code meetingLayout}; BBB 2.4 and later.
         *
         * @param layout the layout
         * @return this builder
         */
        public Builder meetingLayout(MeetingLayout layout) {
            Objects.requireNonNull(layout, "layout");
            return put(Parameter.MEETING_LAYOUT, layout.text());
        }

        /**
         * Lets everybody draw from the start; false unless said. Wire name {@code multiUserWhiteboardEnabled}; BBB 3.0 and
         * later.
         *
         * @param enabled whether to
         * @return this builder
         */
        public Builder multiUserWhiteboardEnabled(boolean enabled) {
            return put(Parameter.MULTI_USER_WHITEBOARD_ENABLED, enabled);
        }

        /**
         * Lets users join without a cookie, for example within a frame; the server has a default, shipped as false. Wire
         * name {@code allowRequestsWithoutSession}; BBB 2.4.3 and later.
         *
         * @param allow whether to
         * @return this builder
         */
        public Builder allowRequestsWithoutSession(boolean allow) {
            return put(Parameter.ALLOW_REQUESTS_WITHOUT_SESSION, allow);
        }

        /**
         * Gathers the learning dashboard; true unless said. From 2.5, {@link DisabledFeature#LEARNING_DASHBOARD} says the
         * contrary. Wire name {@code learningDashboardEnabled}; BBB 2.4 and later; deprecated since 2.5; gone in 3.0.
         *
         * @param enabled whether to
         * @return this builder
         */
        public Builder learningDashboardEnabled(boolean enabled) {
            return put(Parameter.LEARNING_DASHBOARD_ENABLED, enabled);
        }

        /**
         * Keeps the learning dashboard after the end; two minutes unless said. Wire name {@code
         * learningDashboardCleanupDelayInMinutes}; BBB 2.4 and later.
         *
         * @param delay how long, in whole minutes; zero for ever
         * @return this builder
         */
        public Builder learningDashboardCleanupDelay(Duration delay) {
            return put(Parameter.LEARNING_DASHBOARD_CLEANUP, delay);
        }

        /**
         * Proposes groups for breakout rooms. Wire name {@code groups}; BBB 2.5 and later.
         *
         * @param groups the groups; none is an empty array
         * @return this builder
         */
        public Builder groups(BreakoutGroup... groups) {
            return put(
                    Parameter.GROUPS, array(Given.all(groups, "groups").stream().map(BreakoutGroup::json)));
        }

        /**
         * Adds client plugins. Wire name {@code pluginManifests}; BBB 3.0 and later.
         *
         * @param manifests the plugins; none is an empty array
         * @return this builder
         */
        public Builder pluginManifests(PluginManifest... manifests) {
            return put(
                    Parameter.PLUGIN_MANIFESTS,
                    array(Given.all(manifests, "manifests").stream().map(PluginManifest::json)));
        }

        /**
         * Names where the server fetches a JSON array of plugins. Wire name {@code pluginManifestsFetchUrl}; BBB 3.0 and later.
         *
         * @param url where it is
         * @return this builder
         */
        public Builder pluginManifestsFetchUrl(String url) {
            return put(Parameter.PLUGIN_MANIFESTS_FETCH_URL, url);
        }

        /**
         * Overrides settings of the client, if the server allows it. Wire name {@code clientSettingsOverride}; BBB 3.0 and
         * later.
         *
         * @param json a JSON object
         * @return this builder
         */
        public Builder clientSettingsOverride(String json) {
            return put(Parameter.CLIENT_SETTINGS_OVERRIDE, json);
        }

        /**
         * Names where the server fetches such an object; wins over {@link #clientSettingsOverride}. Wire name {@code
         * clientSettingsOverrideJsonUrl}; BBB 3.0.25 and later.
         *
         * @param url where it is
         * @return this builder
         */
        public Builder clientSettingsOverrideJsonUrl(String url) {
            return put(Parameter.CLIENT_SETTINGS_OVERRIDE_JSON_URL, url);
        }

        /**
         * Takes features away, beside those that the server takes away. Wire name {@code disabledFeatures}; BBB 2.5 and
         * later.
         *
         * @param features at least one
         * @return this builder
         */
        public Builder disabledFeatures(DisabledFeature... features) {
            return put(Parameter.DISABLED_FEATURES, texts(features));
        }

        /**
         * Gives back features that the server takes away. Wire name {@code disabledFeaturesExclude}; BBB 2.6.9 and later.
         *
         * @param features at least one
         * @return this builder
         */
        public Builder disabledFeaturesExclude(DisabledFeature... features) {
            return put(Parameter.DISABLED_FEATURES_EXCLUDE, texts(features));
        }

        /**
         * Sets telephone and microphones.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder voice(Consumer<? super VoiceSettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new VoiceSettings(sink));
            return this;
        }

        /**
         * Sets cameras and shared screens.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder cameras(Consumer<? super CameraSettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new CameraSettings(sink));
            return this;
        }

        /**
         * Sets what is recorded.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder recording(Consumer<? super RecordingSettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new RecordingSettings(sink));
            return this;
        }

        /**
         * Sets breakout rooms.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder breakout(Consumer<? super BreakoutSettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new BreakoutSettings(sink));
            return this;
        }

        /**
         * Sets what viewers may not do.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder lock(Consumer<? super LockSettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new LockSettings(sink));
            return this;
        }

        /**
         * Sets who is let in.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder guests(Consumer<? super GuestSettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new GuestSettings(sink));
            return this;
        }

        /**
         * Sets how the meeting looks.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder branding(Consumer<? super BrandingSettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new BrandingSettings(sink));
            return this;
        }

        /**
         * Sets when the meeting ends by itself.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder expiry(Consumer<? super ExpirySettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new ExpirySettings(sink));
            return this;
        }

        /**
         * Sets slides.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder presentation(Consumer<? super PresentationSettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new PresentationSettings(sink));
            return this;
        }

        /**
         * Sets the shared notes.
         *
         * @param settings gets the group
         * @return this builder
         */
        public Builder notes(Consumer<? super NotesSettings> settings) {
            Objects.requireNonNull(settings, "settings");
            settings.accept(new NotesSettings(sink));
            return this;
        }

        /**
         * Keeps a text of your own with the meeting and its recording. Wire name {@code meta_NAME}; the server stores the
         * name in lower case.
         *
         * @param name a letter, then letters, digits and hyphens: the server drops any other silently
         * @param value the text
         * @return this builder
         */
        public Builder meta(String name, String value) {
            Objects.requireNonNull(name, "name");
            return parameter(Parameter.META.wireName() + name, value);
        }

        /**
         * Hands a text to a client plugin. Wire name {@code plugin_NAME}; BBB 3.0 and later.
         *
         * @param name the plugin and the key, as the plugin's documents say
         * @param value the text
         * @return this builder
         */
        public Builder plugin(String name, String value) {
            Objects.requireNonNull(name, "name");
            return parameter(Parameter.PLUGIN.wireName() + name, value);
        }

        /**
         * Adds a document; the order is kept. The request becomes a POST.
         *
         * @param document the document
         * @return this builder
         */
        public Builder document(Document document) {
            Objects.requireNonNull(document, "document");
            documents.add(document);
            return this;
        }

        /**
         * Overrides settings of the client like {@link #clientSettingsOverride}, but in the body, where there is more room.
         * The request becomes a POST. Wire name {@code clientSettingsOverride}, a module; BBB 3.0 and later.
         *
         * @param json a JSON object
         * @return this builder
         */
        public Builder clientSettingsOverrideModule(String json) {
            Objects.requireNonNull(json, "json");
            return module("clientSettingsOverride", ParameterRule.JSON_OBJECT, json);
        }

        /**
         * Fills the shared notes at the start, from JSON of the block editor. The request becomes a POST. Wire name {@code
         * sharedNotesInitialContentJson}, a module; BBB 3.0.25 and later.
         *
         * @param json a JSON array or object
         * @return this builder
         */
        public Builder sharedNotesJsonModule(String json) {
            Objects.requireNonNull(json, "json");
            return module("sharedNotesInitialContentJson", ParameterRule.JSON, json);
        }

        /**
         * Fills the shared notes at the start, like {@link NotesSettings#contentMarkdown}, but in the body, where there is
         * more room. The request becomes a POST. Wire name {@code sharedNotesInitialContentMarkdown}, a module; BBB 3.0.33
         * and later.
         *
         * @param markdown the text
         * @return this builder
         */
        public Builder sharedNotesMarkdownModule(String markdown) {
            Objects.requireNonNull(markdown, "markdown");
            return module("sharedNotesInitialContentMarkdown", ParameterRule.NOT_EMPTY, markdown);
        }

        private Builder module(String name, ParameterRule rule, String text) {
            WireText.check(name, text);
            if (!rule.allows(text)) {
                throw new IllegalArgumentException("the module " + name + " must be " + rule.description());
            }
            modules.put(name, text);
            return this;
        }

        private static String array(Stream<JsonValue> items) {
            return new JsonValue.Items(items.toList()).revealJson();
        }

        private static List<String> texts(DisabledFeature... features) {
            return Given.all(features, "features").stream()
                    .map(DisabledFeature::text)
                    .toList();
        }
    }
}
