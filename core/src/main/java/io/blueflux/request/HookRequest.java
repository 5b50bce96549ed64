// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import io.blueflux.value.Given;

/**
 * Registers a webhook (BBB API, "hooks/create"). A server has one hook a URL: a URL that is registered already keeps its
 * meeting and events, so give each hook a URL of its own, for example by a query parameter. A hook whose URL does not answer
 * for about five minutes is removed. Immutable.
 */
public final class HookRequest extends CheckedRequest {

    private HookRequest(RequestParameters parameters) {
        super(ApiCall.HOOKS_CREATE, parameters);
    }

    /**
     * Begins a request.
     *
     * @param callbackUrl what the server calls, callbackURL on the wire: the server adds {@code checksum} to its query
     * @return a builder
     * @throws IllegalArgumentException if it is no web address, or has a fragment or a {@code checksum} of its own, with
     *     which no delivery could be verified
     */
    public static Builder builder(String callbackUrl) {
        return new Builder(callbackUrl);
    }

    /**
     * Collects what is sent; a setter used again replaces the former value. Every setter throws an
     * {@code IllegalArgumentException} that names the parameter and the rule it breaks. Not for use by several threads.
     */
    public static final class Builder extends RequestBuilder<Builder> {
        private Builder(String callbackUrl) {
            super(ApiCall.HOOKS_CREATE, Validation.STRICT);
            put(Parameter.CALLBACK_URL, callbackUrl);
        }

        /**
         * Builds the request.
         *
         * @return an immutable request
         */
        public HookRequest build() {
            return new HookRequest(sink.build());
        }

        /**
         * Asks for the events of one meeting; those of all unless said. Wire name meetingID.
         *
         * @param meetingId the ID given to {@code create}
         * @return this builder
         */
        public Builder meetingId(String meetingId) {
            return put(Parameter.MEETING_ID, meetingId);
        }

        /**
         * Asks for some kinds of events; all unless said. Wire name eventID; bbb-webhooks 2.5 and later.
         *
         * @param eventIds for example {@code user-joined}; at least one
         * @return this builder
         */
        public Builder eventIds(String... eventIds) {
            return put(Parameter.EVENT_ID, Given.all(eventIds, "eventIds"));
        }

        /**
         * Asks for BBB's internal messages instead of events; false unless said. They have no stable form. Wire name
         * {@code getRaw}.
         *
         * @param raw whether to
         * @return this builder
         */
        public Builder raw(boolean raw) {
            return put(Parameter.GET_RAW, raw);
        }
    }
}
