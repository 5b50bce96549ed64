// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.Confidential;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call in the name of a user who is in a meeting (BBB API, "getJoinUrl" and "learningDashboard"). Not possible behind
 * balancers. Immutable.
 */
public final class SessionRequest extends CheckedRequest {
    private final UserSession session;

    private SessionRequest(ApiCall call, UserSession session, RequestParameters parameters) {
        super(call, parameters);
        this.session = session;
    }

    /**
     * Asks for the data of a meeting's learning dashboard. BBB 2.4 and later.
     *
     * @param session the session of a moderator
     * @return the request
     */
    public static SessionRequest learningDashboard(UserSession session) {
        Objects.requireNonNull(session, "session");
        RequestParameters.Builder parameters = RequestParameters.builder()
                .put(Parameter.SESSION_TOKEN, session.sessionToken().reveal());
        return new SessionRequest(ApiCall.LEARNING_DASHBOARD, session, parameters.build());
    }

    /**
     * Begins to ask for a further URL by which the user joins, for example on another device. BBB 3.0 and later. What only
     * moderators may set, for example {@code role}, {@code fullName} or {@code userID}, is set by its wire name.
     *
     * @param session the user's session
     * @return a builder
     */
    public static Builder getJoinUrl(UserSession session) {
        Objects.requireNonNull(session, "session");
        return new Builder(session);
    }

    @Override
    public @Nullable String cookie() {
        Confidential cookie = session.cookie();
        return cookie == null ? null : cookie.reveal();
    }

    /** Collects what getJoinUrl sends; a setter used again replaces the former value. Not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private final UserSession session;

        private Builder(UserSession session) {
            super(ApiCall.GET_JOIN_URL, Validation.STRICT);
            this.session = session;
            put(Parameter.SESSION_TOKEN, session.sessionToken().reveal());
        }

        /**
         * Builds the request.
         *
         * @return an immutable request
         */
        public SessionRequest build() {
            return new SessionRequest(ApiCall.GET_JOIN_URL, session, sink.build());
        }

        /**
         * Says whether the new session ends the present one; false unless said. Wire name {@code replaceSession}.
         *
         * @param replace whether it does
         * @return this builder
         */
        public Builder replaceSession(boolean replace) {
            return put(Parameter.REPLACE_SESSION, replace);
        }

        /**
         * Names the new session, for example after the device. Wire name {@code sessionName}.
         *
         * @param name the name
         * @return this builder
         */
        public Builder sessionName(String name) {
            return put(Parameter.SESSION_NAME, name);
        }

        /**
         * Chooses the layout of the new session. Wire name {@code enforceLayout}.
         *
         * @param layout the layout
         * @return this builder
         */
        public Builder enforceLayout(MeetingLayout layout) {
            Objects.requireNonNull(layout, "layout");
            return put(Parameter.ENFORCE_LAYOUT, layout.text());
        }
    }
}
