// SPDX-License-Identifier: Apache-2.0

/** Servers to measure against, in a process of their own. */
@NullMarked
package io.blueflux.benchmarks.server;

import org.jspecify.annotations.NullMarked;
