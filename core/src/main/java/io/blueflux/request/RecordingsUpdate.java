// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import io.blueflux.value.Given;
import io.blueflux.value.WireText;
import java.util.List;
import java.util.Objects;

/**
 * Changes the metadata of recordings (BBB API, "updateRecordings"); those that do not exist are ignored as long as one
 * exists. Immutable.
 */
public final class RecordingsUpdate extends CheckedRequest {

    private RecordingsUpdate(RequestParameters parameters) {
        super(ApiCall.UPDATE_RECORDINGS, parameters);
    }

    /**
     * Begins a request.
     *
     * @param recordIds the recordings' whole IDs, recordID on the wire; at least one
     * @return a builder
     */
    public static Builder builder(String... recordIds) {
        return new Builder(Given.all(recordIds, "recordIds"));
    }

    /**
     * Returns which recordings change.
     *
     * @return their IDs, at least one
     */
    public List<String> recordIds() {
        String ids = Objects.requireNonNull(parameters().get(Parameter.RECORD_IDS.wireName()));
        return List.of(ids.split(","));
    }

    /**
     * Returns the same change of other recordings.
     *
     * @param recordIds the recordings' whole IDs, recordID on the wire; at least one
     * @return a copy
     * @throws IllegalArgumentException if there is none, or an ID that cannot be sent
     */
    public RecordingsUpdate withRecordIds(String... recordIds) {
        String ids = Setters.list(Parameter.RECORD_IDS, Given.all(recordIds, "recordIds"));
        return new RecordingsUpdate(
                copy(Validation.STRICT).put(Parameter.RECORD_IDS, ids).build());
    }

    /**
     * Collects what is sent; a setter used again replaces the former value. Every setter throws an
     * {@code IllegalArgumentException} that names the parameter and the rule it breaks. Not for use by several threads.
     */
    public static final class Builder extends RequestBuilder<Builder> {
        private Builder(List<String> recordIds) {
            super(ApiCall.UPDATE_RECORDINGS, Validation.STRICT);
            put(Parameter.RECORD_IDS, recordIds);
        }

        /**
         * Builds the request.
         *
         * @return an immutable request
         */
        public RecordingsUpdate build() {
            return new RecordingsUpdate(sink.build());
        }

        /**
         * Sets a value. Wire name {@code meta_NAME}; the server stores the name in lower case.
         *
         * @param name a letter, then letters, digits and hyphens
         * @param value the value, not empty, which would remove it
         * @return this builder
         */
        public Builder meta(String name, String value) {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
            if (value.isEmpty()) {
                throw new IllegalArgumentException(
                        "an empty value removes " + WireText.shown(name) + ": use withoutMeta");
            }
            return parameter(Parameter.META.wireName() + name, value);
        }

        /**
         * Removes a value.
         *
         * @param name the name as stored
         * @return this builder
         */
        public Builder withoutMeta(String name) {
            Objects.requireNonNull(name, "name");
            return parameter(Parameter.META.wireName() + name, "");
        }
    }
}
