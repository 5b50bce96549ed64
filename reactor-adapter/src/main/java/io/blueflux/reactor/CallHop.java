// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.CallSite;
import java.net.URI;

/**
 * Another server that a call was sent on to.
 *
 * @param target its URL, a credential
 * @param site what errors of it name
 */
record CallHop(URI target, CallSite site) {

    /** Returns the call and the servers alone. */
    @Override
    public String toString() {
        return site.toString();
    }
}
