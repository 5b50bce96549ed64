// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/**
 * A server from its coming to the fleet to its going: equal to itself alone. Another that comes under the same name, or at another
 * URL, is another server.
 */
final class ServerIdentity {
    private final String name;

    ServerIdentity(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
