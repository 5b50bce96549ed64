// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.function.Consumer;

/** Tells the user's listener. */
final class Hearing {
    private final PlacementListener listener;

    Hearing(PlacementListener listener) {
        this.listener = listener;
    }

    void tell(Consumer<PlacementListener> what) {
        UserCode.call("the listener of the placement", () -> what.accept(listener));
    }
}
