// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

/** How the network between browser and console is broken. */
enum NetworkBreak {
    /** Connections end, and new ones do at once. */
    CUT,
    /** Connections are reset, and nobody listens. */
    REFUSED,
    /** Connections stay and are silent, and new ones are too. */
    SILENT
}
