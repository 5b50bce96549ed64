// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import io.blueflux.Confidential;
import java.net.URI;
import java.util.Objects;

/**
 * A call ready to be sent. The URL must reach the server byte for byte. It is a credential.
 *
 * @param call the call's name, for example {@code getMeetings}
 * @param url the whole URL in ASCII, checksum included
 */
public record SignedCall(String call, Confidential url) {
    /** Refuses what is missing. */
    public SignedCall {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(url, "url");
    }

    /**
     * Returns the URL for who opens it or redirects to it: what {@code url().reveal()} says, and as much a credential.
     *
     * @return the whole URL, checksum included; its text is the very one that was signed
     */
    public URI uri() {
        return URI.create(url.reveal());
    }

    /** Returns the call's name alone. */
    @Override
    public String toString() {
        return call + " (signed)";
    }
}
