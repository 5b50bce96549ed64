// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.CallSite;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;

/** What calls of a closed client end in, those that are under way and those that come later. */
final class ClosedClient {
    static final String PROBLEM = "the client is closed";

    private ClosedClient() {}

    static TransportException error(CallSite site) {
        return new TransportException(site, Kind.CLIENT_CLOSED, PROBLEM, null);
    }
}
