// SPDX-License-Identifier: Apache-2.0

/** Runs that show how a fleet behaves; on simulated servers in this process, over real sockets. */
@NullMarked
package io.blueflux.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
