// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a fleet: a value as JSON, or what went wrong on a server.
 *
 * @param value null if something went wrong
 * @param trouble a line of what went wrong; null of a value
 * @param failed the server that has nothing more to say; null if it has, or may
 */
record FleetAnswer(
        @Nullable JsonObject value,
        @Nullable String trouble,
        @Nullable String failed) {
    /** The member that names the server. */
    static final String SERVER = "server";

    static FleetAnswer of(JsonObject value) {
        return new FleetAnswer(value, null, null);
    }

    static FleetAnswer trouble(String line) {
        return new FleetAnswer(null, line, null);
    }

    static FleetAnswer failed(String server, String error) {
        return new FleetAnswer(null, error, server);
    }

    /** Returns this with the server in a value, first. */
    FleetAnswer from(String server) {
        return value == null ? this : of(new JsonObject().put(SERVER, server).putAll(value));
    }
}
