// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import java.util.Objects;

/** What a signed query gives to those on the way who change queries. */
public enum QueryKind {
    /** No parameter: nothing but the checksum. */
    EMPTY,
    /** Parameters that are sent as they are. */
    PLAIN,
    /** Parameters with characters that are percent-encoded. */
    ENCODED,
    /** No parameter: they are the form of a POST. */
    FORM;

    /**
     * Tells what the query of a request is.
     *
     * @param signed the signed request
     * @return the kind
     */
    public static QueryKind of(SignedRequest signed) {
        Objects.requireNonNull(signed, "signed");
        return signed.isForm() ? FORM : of(signed.call());
    }

    /**
     * Tells what the query of a call is.
     *
     * @param signed the signed call
     * @return the kind
     */
    public static QueryKind of(SignedCall signed) {
        Objects.requireNonNull(signed, "signed");
        String uri = signed.url().reveal();
        int query = uri.indexOf('?') + 1;
        if (query == 0 || uri.startsWith("checksum=", query)) {
            return EMPTY;
        }
        return uri.indexOf('%', query) < 0 ? PLAIN : ENCODED;
    }
}
