// SPDX-License-Identifier: Apache-2.0

/** A fleet on several JVMs, with one of servers: what becomes of it when members die, freeze or lose each other. */
@NullMarked
package io.blueflux.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
