// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import io.blueflux.value.Given;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks for recordings (BBB API, "getRecordings"); all filters must match. The server answers in no order. Immutable.
 */
public final class RecordingsQuery extends CheckedRequest {
    private final Validation validation;

    private RecordingsQuery(RequestParameters parameters, Validation validation) {
        super(ApiCall.GET_RECORDINGS, parameters);
        this.validation = validation;
    }

    /**
     * Asks for all published and unpublished recordings of the server: that can take minutes, and an admin may have
     * forbidden it.
     *
     * @return the request
     */
    public static RecordingsQuery all() {
        return builder().build();
    }

    /**
     * Begins a request without filters.
     *
     * @return a builder
     */
    public static Builder builder() {
        return builder(Validation.STRICT);
    }

    /**
     * Begins a request without filters.
     *
     * @param validation whether a value may break the rule of its {@link Parameter}
     * @return a builder
     */
    public static Builder builder(Validation validation) {
        Objects.requireNonNull(validation, "validation");
        return new Builder(validation);
    }

    /**
     * Returns how many recordings are left out.
     *
     * @return {@code offset}, 0 if it is not sent
     */
    public int offset() {
        String value = parameters().get(Parameter.OFFSET.wireName());
        return value == null ? 0 : number(Parameter.OFFSET, value);
    }

    /**
     * Returns the size of the page.
     *
     * @return {@code limit}, or null if all are asked for at once
     */
    public @Nullable Integer limit() {
        String value = parameters().get(Parameter.LIMIT.wireName());
        return value == null ? null : (Integer) number(Parameter.LIMIT, value);
    }

    /** A lenient query may hold what is no number. */
    private static int number(Parameter parameter, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(parameter.wireName() + " must be a whole number to be walked by");
        }
    }

    /**
     * Returns this for another page; a lenient query stays lenient.
     *
     * @param offset how many recordings to leave out
     * @param limit how many to ask for, 1 to 100
     * @return a copy
     * @throws IllegalArgumentException naming the parameter and the rule it breaks
     */
    public RecordingsQuery withPage(int offset, int limit) {
        RequestParameters.Builder copy = copy(validation)
                .put(Parameter.OFFSET, Integer.toString(offset))
                .put(Parameter.LIMIT, Integer.toString(limit));
        return new RecordingsQuery(copy.build(), validation);
    }

    /**
     * Collects what is sent; a setter used again replaces the former value. Every setter throws an
     * {@code IllegalArgumentException} that names the parameter and the rule it breaks. Not for use by several threads.
     */
    public static final class Builder extends RequestBuilder<Builder> {
        private final Validation validation;

        private Builder(Validation validation) {
            super(ApiCall.GET_RECORDINGS, validation);
            this.validation = validation;
        }

        /**
         * Builds the request.
         *
         * @return an immutable request
         */
        public RecordingsQuery build() {
            return new RecordingsQuery(sink.build(), validation);
        }

        /**
         * Asks for the recordings of some meetings. Wire name meetingID.
         *
         * @param meetingIds the IDs given to {@code create}; at least one
         * @return this builder
         */
        public Builder meetingIds(String... meetingIds) {
            return put(Parameter.MEETING_IDS, Given.all(meetingIds, "meetingIds"));
        }

        /**
         * Asks for some recordings. Wire name recordID.
         *
         * @param recordIds IDs of recordings, or their beginnings; at least one
         * @return this builder
         */
        public Builder recordIds(String... recordIds) {
            return put(Parameter.RECORD_IDS, Given.all(recordIds, "recordIds"));
        }

        /**
         * Asks for some states; published and unpublished unless said. Wire name state.
         *
         * @param states at least one
         * @return this builder
         */
        public Builder states(RecordingState... states) {
            return put(
                    Parameter.STATE,
                    Given.all(states, "states").stream()
                            .map(RecordingState::text)
                            .toList());
        }

        /**
         * Asks for recordings by their metadata. Wire name {@code meta_NAME}. The server stores the names given to
         * {@code create} in lower case, and its own, for example {@code meetingName}, as they are.
         *
         * @param name the name as stored
         * @param value the value, not empty; {@code %} at its start or end stands for any text
         * @return this builder
         */
        public Builder meta(String name, String value) {
            Objects.requireNonNull(name, "name");
            return parameter(Parameter.META_FILTER.wireName() + name, value);
        }

        /**
         * Leaves the first recordings out; only together with {@link #limit}. A server fails when there are no more. Wire
         * name {@code offset}; BBB 2.6 and later.
         *
         * @param recordings how many
         * @return this builder
         */
        public Builder offset(int recordings) {
            return put(Parameter.OFFSET, recordings);
        }

        /**
         * Asks for a page; all at once unless said. Wire name {@code limit}; BBB 2.6 and later, ignored by some balancers.
         *
         * @param recordings how many, 1 to 100
         * @return this builder
         */
        public Builder limit(int recordings) {
            return put(Parameter.LIMIT, recordings);
        }
    }
}
