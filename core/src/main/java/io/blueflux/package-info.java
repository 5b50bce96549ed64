// SPDX-License-Identifier: Apache-2.0

/** A BBB server, its shared secret, the calls of its API, and the bounds on its answers. */
@NullMarked
package io.blueflux;

import org.jspecify.annotations.NullMarked;
