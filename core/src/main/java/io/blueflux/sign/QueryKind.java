// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import io.blueflux.request.RequestParameters;

/** What a signed query gives to those on the way who change queries. */
public enum QueryKind {
    /** No parameter: nothing but the checksum. */
    EMPTY,
    /** Parameters that are sent as they are. */
    PLAIN,
    /** Parameters with characters that are percent-encoded. */
    ENCODED;

    /**
     * Tells what the query of some parameters is.
     *
     * @param parameters what is signed
     * @return the kind
     */
    public static QueryKind of(RequestParameters parameters) {
        if (parameters.isEmpty()) {
            return EMPTY;
        }
        QueryString query = new QueryString();
        parameters.forEach(query::add);
        return query.toString().indexOf('%') < 0 ? PLAIN : ENCODED;
    }
}
