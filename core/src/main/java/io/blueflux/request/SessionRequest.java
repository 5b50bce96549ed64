// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call in the name of a user who is in a meeting (BBB API, "getJoinUrl" and "learningDashboard"). Not possible behind
 * balancers. Immutable.
 */
public final class SessionRequest implements ApiRequest {
    private final ApiCall call;
    private final UserSession session;
    private final RequestParameters parameters;

    private SessionRequest(ApiCall call, UserSession session, RequestParameters parameters) {
        this.call = call;
        this.session = session;
        this.parameters = parameters;
    }

    /**
     * Asks for the data of a meeting's learning dashboard. BBB 2.4 and later.
     *
     * @param session the session of a moderator
     * @return the request
     */
    public static SessionRequest learningDashboard(UserSession session) {
        Objects.requireNonNull(session, "session");
        return new SessionRequest(
                ApiCall.LEARNING_DASHBOARD, session, sessionToken(session).build());
    }

    /**
     * Begins to ask for a further URL by which the user joins, for example on another device. BBB 3.0 and later.
     *
     * @param session the user's session
     * @return a builder
     */
    public static Builder getJoinUrl(UserSession session) {
        Objects.requireNonNull(session, "session");
        return new Builder(session);
    }

    private static RequestParameters.Builder sessionToken(UserSession session) {
        return RequestParameters.builder().put(Parameter.SESSION_TOKEN, session.sessionToken());
    }

    @Override
    public ApiCall call() {
        return call;
    }

    @Override
    public RequestParameters parameters() {
        return parameters;
    }

    @Override
    public @Nullable String cookie() {
        return session.cookie();
    }

    /** Returns the call and its parameters without secrets. */
    @Override
    public String toString() {
        return call + " " + parameters;
    }

    /** Collects what getJoinUrl sends; a setter used again replaces the former value. Not for use by several threads. */
    public static final class Builder {
        private final UserSession session;
        private final RequestParameters.Builder sink;

        private Builder(UserSession session) {
            this.session = session;
            this.sink = sessionToken(session);
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
            sink.put(Parameter.REPLACE_SESSION, replace);
            return this;
        }

        /**
         * Names the new session, for example after the device. Wire name {@code sessionName}.
         *
         * @param name the name
         * @return this builder
         */
        public Builder sessionName(String name) {
            sink.put(Parameter.SESSION_NAME, name);
            return this;
        }

        /**
         * Chooses the layout of the new session. Wire name {@code enforceLayout}.
         *
         * @param layout the layout
         * @return this builder
         */
        public Builder enforceLayout(MeetingLayout layout) {
            Objects.requireNonNull(layout, "layout");
            sink.put(Parameter.ENFORCE_LAYOUT, layout.text());
            return this;
        }

        /**
         * Sets any parameter by its wire name, for example what only moderators may set: {@code role}, {@code fullName},
         * {@code userID}. Those we know are checked by their rule.
         *
         * @param wireName the whole name
         * @param value the value before any encoding
         * @return this builder
         */
        public Builder parameter(String wireName, String value) {
            sink.put(ApiCall.GET_JOIN_URL, wireName, value);
            return this;
        }
    }
}
