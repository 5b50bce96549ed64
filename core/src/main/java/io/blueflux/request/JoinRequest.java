// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import java.time.Instant;
import java.util.Objects;

/**
 * Lets one user into a meeting (BBB API, "join"): mostly signed as a URL for the user's browser. Such a URL is a working
 * credential. Immutable.
 */
public final class JoinRequest extends CheckedRequest {
    private final Validation validation;

    private JoinRequest(RequestParameters parameters, Validation validation) {
        super(ApiCall.JOIN, parameters);
        this.validation = validation;
    }

    /**
     * Begins a request; {@code role} or {@code password} must be set too.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param fullName what others read, fullName on the wire; 1 to 255 characters
     * @return a builder
     * @throws IllegalArgumentException naming the parameter and the rule it breaks, as every setter does
     */
    public static Builder builder(String meetingId, String fullName) {
        return builder(meetingId, fullName, Validation.STRICT);
    }

    /**
     * Begins a request; {@code role} or {@code password} must be set too.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param fullName what others read, fullName on the wire
     * @param validation whether a value may break the rule of its {@link Parameter}
     * @return a builder
     * @throws IllegalArgumentException naming the parameter and the rule it breaks, as every setter does
     */
    public static Builder builder(String meetingId, String fullName, Validation validation) {
        Objects.requireNonNull(validation, "validation");
        return new Builder(meetingId, fullName, validation);
    }

    /**
     * Returns this with another {@code redirect}; a lenient request stays lenient.
     *
     * @param redirect false to be answered in XML instead of being redirected
     * @return a copy
     */
    public JoinRequest withRedirect(boolean redirect) {
        return with(Parameter.REDIRECT, Boolean.toString(redirect));
    }

    /**
     * Returns this bound to one run of the meeting, as {@link Builder#createTime} binds it; a lenient request stays lenient.
     *
     * @param time the time that {@code create} answered
     * @return a copy
     */
    public JoinRequest withCreateTime(Instant time) {
        Objects.requireNonNull(time, "time");
        return with(Parameter.CREATE_TIME, Long.toString(time.toEpochMilli()));
    }

    private JoinRequest with(Parameter parameter, String value) {
        return new JoinRequest(copy(validation).put(parameter, value).build(), validation);
    }

    /** Collects what is sent; a setter used again replaces the former value. Not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private final Validation validation;

        private Builder(String meetingId, String fullName, Validation validation) {
            super(ApiCall.JOIN, validation);
            this.validation = validation;
            put(Parameter.MEETING_ID, meetingId);
            put(Parameter.FULL_NAME, fullName);
        }

        /**
         * Builds the request.
         *
         * @return an immutable request
         * @throws IllegalArgumentException if neither role nor password was set
         */
        public JoinRequest build() {
            RequestParameters parameters = sink.build();
            if (!isSet(Parameter.ROLE, parameters) && !isSet(Parameter.PASSWORD, parameters)) {
                throw new IllegalArgumentException("join needs a role (BBB 2.4 and later) or a password");
            }
            return new JoinRequest(parameters, validation);
        }

        /**
         * Sets what the user is; needed unless a password is given, and wins over it. Wire name {@code role}; BBB 2.4 and
         * later.
         *
         * @param role the role
         * @return this builder
         */
        public Builder role(Role role) {
            Objects.requireNonNull(role, "role");
            return put(Parameter.ROLE, role.text());
        }

        /**
         * Sets the password that tells the role, for BBB 2.4 and earlier. Wire name {@code password}; deprecated since 2.5.
         *
         * @param password the attendees' or the moderators' password
         * @return this builder
         */
        public Builder password(String password) {
            return put(Parameter.PASSWORD, password);
        }

        /**
         * Binds the request to one run of the meeting, so that it does not let anybody into a later one. Wire name {@code
         * createTime}.
         *
         * @param time the time that {@code create} answered
         * @return this builder
         */
        public Builder createTime(Instant time) {
            Objects.requireNonNull(time, "time");
            return put(Parameter.CREATE_TIME, time.toEpochMilli());
        }

        /**
         * Sets your own ID of the user; random unless said. Several users may have the same. Wire name {@code userID}.
         *
         * @param id the ID
         * @return this builder
         */
        public Builder userId(String id) {
            return put(Parameter.USER_ID, id);
        }

        /**
         * Shows a picture of the user. Wire name {@code avatarURL}.
         *
         * @param url where the picture is
         * @return this builder
         */
        public Builder avatarUrl(String url) {
            return put(Parameter.AVATAR_URL, url);
        }

        /**
         * Sets the virtual background of the user's camera. Wire name {@code webcamBackgroundURL}; BBB 2.7.10 and later.
         *
         * @param url where the picture is
         * @return this builder
         */
        public Builder webcamBackgroundUrl(String url) {
            return put(Parameter.WEBCAM_BACKGROUND_URL, url);
        }

        /**
         * Answers with a redirection to the client, else with XML; true unless said. Wire name {@code redirect}.
         *
         * @param redirect whether to redirect
         * @return this builder
         */
        public Builder redirect(boolean redirect) {
            return put(Parameter.REDIRECT, redirect);
        }

        /**
         * Sets where the user goes when joining fails. Wire name {@code errorRedirectUrl}; BBB 2.7 and later.
         *
         * @param url the page
         * @return this builder
         */
        public Builder errorRedirectUrl(String url) {
            return put(Parameter.ERROR_REDIRECT_URL, url);
        }

        /**
         * Sets where the user goes when joining fails, if nothing else is said. Wire name {@code logoutURL}.
         *
         * @param url the page
         * @return this builder
         */
        public Builder logoutUrl(String url) {
            return put(Parameter.LOGOUT_URL, url);
        }

        /**
         * Makes the user a guest, who may have to wait for approval; false unless said. Wire name {@code guest}.
         *
         * @param guest whether they are one
         * @return this builder
         */
        public Builder guest(boolean guest) {
            return put(Parameter.GUEST, guest);
        }

        /**
         * Says whether you have authenticated the user; used by guest policies. Wire name {@code auth}.
         *
         * @param authenticated whether you have
         * @return this builder
         */
        public Builder auth(boolean authenticated) {
            return put(Parameter.AUTH, authenticated);
        }

        /**
         * Keeps the user out of the learning dashboard; false unless said. Wire name {@code excludeFromDashboard}; BBB 2.4
         * and later.
         *
         * @param exclude whether to
         * @return this builder
         */
        public Builder excludeFromDashboard(boolean exclude) {
            return put(Parameter.EXCLUDE_FROM_DASHBOARD, exclude);
        }

        /**
         * Marks the user as a bot, which does not count as participant; false unless said. Wire name {@code bot}; BBB 3.0
         * and later.
         *
         * @param bot whether it is one
         * @return this builder
         */
        public Builder bot(boolean bot) {
            return put(Parameter.BOT, bot);
        }

        /**
         * Sets a layout that the user cannot change. Wire name {@code enforceLayout}; BBB 3.0 and later.
         *
         * @param layout the layout
         * @return this builder
         */
        public Builder enforceLayout(MeetingLayout layout) {
            Objects.requireNonNull(layout, "layout");
            return put(Parameter.ENFORCE_LAYOUT, layout.text());
        }

        /**
         * Names the layout of old clients. Wire name {@code defaultLayout}.
         *
         * @param layout the name
         * @return this builder
         */
        public Builder defaultLayout(String layout) {
            return put(Parameter.DEFAULT_LAYOUT, layout);
        }

        /**
         * Sets the first name beside the full name. Wire name {@code firstName}; BBB 3.0 and later.
         *
         * @param name the name
         * @return this builder
         */
        public Builder firstName(String name) {
            return put(Parameter.FIRST_NAME, name);
        }

        /**
         * Sets the last name beside the full name. Wire name {@code lastName}; BBB 3.0 and later.
         *
         * @param name the name
         * @return this builder
         */
        public Builder lastName(String name) {
            return put(Parameter.LAST_NAME, name);
        }

        /**
         * Opens another session of a user who is in the meeting. Wire name {@code existingUserID}; BBB 3.0 and later.
         *
         * @param id the internal ID of the user
         * @return this builder
         */
        public Builder existingUserId(String id) {
            return put(Parameter.EXISTING_USER_ID, id);
        }

        /**
         * Takes the place of one of the user's sessions. Wire name {@code replaceSessionToken}; BBB 3.0 and later.
         *
         * @param token the token of that session
         * @return this builder
         */
        public Builder replaceSessionToken(String token) {
            return put(Parameter.REPLACE_SESSION_TOKEN, token);
        }

        /**
         * Names the session for the user. Wire name {@code sessionName}; BBB 3.0 and later.
         *
         * @param name the name
         * @return this builder
         */
        public Builder sessionName(String name) {
            return put(Parameter.SESSION_NAME, name);
        }

        /**
         * Switches something of the user's client. Wire name {@code userdata-NAME}.
         *
         * @param setting which
         * @param value {@code true}, {@code false} or a text, as the setting wants
         * @return this builder
         */
        public Builder userdata(ClientSetting setting, String value) {
            Objects.requireNonNull(setting, "setting");
            Objects.requireNonNull(value, "value");
            return userdata(setting.text(), value);
        }

        /**
         * Switches something of the user's client on or off. Wire name {@code userdata-NAME}.
         *
         * @param setting which
         * @param value on or off
         * @return this builder
         */
        public Builder userdata(ClientSetting setting, boolean value) {
            Objects.requireNonNull(setting, "setting");
            return userdata(setting.text(), Boolean.toString(value));
        }

        /**
         * Hands a text to the user's client and shows it as {@code customdata}, or switches something of the client. Wire
         * name {@code userdata-NAME}.
         *
         * @param name letters, digits, {@code _} and {@code .}, the first a letter or {@code _}: the server drops a name
         *     with a hyphen silently, and any other makes an element of its XML that nobody can read
         * @param value the text
         * @return this builder
         */
        public Builder userdata(String name, String value) {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
            return parameter(Parameter.USERDATA.wireName() + name, value);
        }

        private static boolean isSet(Parameter parameter, RequestParameters parameters) {
            String value = parameters.get(parameter.wireName());
            return value != null && !value.isEmpty();
        }
    }
}
