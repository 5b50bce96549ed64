// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Objects;

/**
 * Which call to which server: what every error names. Holds nothing secret.
 *
 * @param server the server's name, never its URL
 * @param call the call's name, for example {@code getMeetings}
 */
public record CallSite(String server, String call) {
    /** Refuses what is missing. */
    public CallSite {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(call, "call");
    }

    /** Returns for example {@code getMeetings on bbb1.example.org}. */
    @Override
    public String toString() {
        return call + " on " + server;
    }
}
