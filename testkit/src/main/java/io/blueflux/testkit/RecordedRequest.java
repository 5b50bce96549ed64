// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request as a simulated server received it. Immutable. {@link #toString()} names method and call only: queries
 * and headers hold checksums and passwords.
 *
 * @param call the call's name as in the path, {@code version} for the root of the API
 * @param method the HTTP method
 * @param path the path as sent, without the query
 * @param rawQuery the query as sent, still percent-encoded, without its question mark; empty if there was none
 * @param parameters the decoded parameters of query and form body, in the order sent; of a repeated name the first
 * @param headers the headers, names in lower case; values of a repeated name joined by a comma
 * @param bodyLength bytes of the request's body
 * @param connectionId tells connections apart: equal for requests that shared one
 */
public record RecordedRequest(
        String call,
        String method,
        String path,
        String rawQuery,
        Map<String, String> parameters,
        Map<String, String> headers,
        int bodyLength,
        String connectionId) {

    /** Copies the maps. */
    public RecordedRequest {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(rawQuery, "rawQuery");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(connectionId, "connectionId");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * Returns one decoded parameter.
     *
     * @param name the wire name, for example {@code meetingID}
     * @return its value, or null if it was not sent
     */
    public @Nullable String parameter(String name) {
        Objects.requireNonNull(name, "name");
        return parameters.get(name);
    }

    /**
     * Returns one header.
     *
     * @param name the header's name, in any case
     * @return its value, or null if it was not sent
     */
    public @Nullable String header(String name) {
        Objects.requireNonNull(name, "name");
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Returns method and call. */
    @Override
    public String toString() {
        return method + " " + call;
    }
}
