// SPDX-License-Identifier: Apache-2.0

/** The bars, the paired harness that measures them, and the table of what was measured. */
@NullMarked
package io.blueflux.benchmarks.gate;

import org.jspecify.annotations.NullMarked;
