// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which call to which server: what every error names. Holds nothing secret.
 *
 * @param server the server's name, never its URL
 * @param call the call's name, for example {@code getMeetings}
 * @param sentOnTo the host that a redirect led to, {@code host[:port]}; null while the server itself is asked
 */
public record CallSite(String server, String call, @Nullable String sentOnTo) {
    /** Refuses what is missing. */
    public CallSite {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(call, "call");
    }

    /**
     * Makes the site of a call that no redirect led elsewhere.
     *
     * @param server the server's name
     * @param call the call's name
     */
    public CallSite(String server, String call) {
        this(server, call, null);
    }

    /** Returns for example {@code getMeetings on bbb1.example.org}, and where it was sent on to. */
    @Override
    public String toString() {
        return call + " on " + server + (sentOnTo == null ? "" : ", sent on to " + sentOnTo);
    }
}
