// SPDX-License-Identifier: Apache-2.0

/** Servers that record what is so, and what holds against it what was told. */
@NullMarked
package io.blueflux.benchmarks.truth;

import org.jspecify.annotations.NullMarked;
