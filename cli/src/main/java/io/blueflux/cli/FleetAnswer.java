// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a fleet: a value as JSON, or what went wrong on a server.
 *
 * @param value null if something went wrong
 * @param trouble a line of what went wrong; null of a value
 */
record FleetAnswer(@Nullable JsonObject value, @Nullable String trouble) {
    /** The member that names the server. */
    static final String SERVER = "server";

    static FleetAnswer of(JsonObject value) {
        return new FleetAnswer(value, null);
    }

    static FleetAnswer trouble(String line) {
        return new FleetAnswer(null, line);
    }
}
