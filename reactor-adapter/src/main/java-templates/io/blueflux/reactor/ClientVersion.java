// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

/** The version of the client, which the build writes in. */
final class ClientVersion {
    static final String TEXT = "${project.version}";

    private ClientVersion() {}
}
