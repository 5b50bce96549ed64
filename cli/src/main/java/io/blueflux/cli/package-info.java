// SPDX-License-Identifier: Apache-2.0

/** The command {@code blueflux}: one call, the streaming list, signed URLs, the simulator, and a demonstration. */
@NullMarked
package io.blueflux.cli;

import org.jspecify.annotations.NullMarked;
