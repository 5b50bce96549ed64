// SPDX-License-Identifier: Apache-2.0

/** Many servers: passes over them, their heap, and passes over sick ones. */
@NullMarked
package io.blueflux.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
