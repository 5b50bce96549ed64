// SPDX-License-Identifier: Apache-2.0

/**
 * The command {@code blueflux}: one call, the streaming lists, a probe, URLs, the simulator, and a
 * demonstration.
 */
@NullMarked
package io.blueflux.cli;

import org.jspecify.annotations.NullMarked;
