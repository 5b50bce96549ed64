// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import java.util.Objects;

/**
 * A call ready to be sent. The URI must reach the server byte for byte. It is a credential: {@code toString} hides it.
 *
 * @param call the call's name, for example {@code getMeetings}
 * @param uri the whole URL in ASCII, checksum included
 */
public record SignedCall(String call, String uri) {
    /** Refuses what is missing. */
    public SignedCall {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(uri, "uri");
    }

    /** Returns the call's name alone. */
    @Override
    public String toString() {
        return call + " (signed)";
    }
}
