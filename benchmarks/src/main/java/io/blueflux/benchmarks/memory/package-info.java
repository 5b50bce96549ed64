// SPDX-License-Identifier: Apache-2.0

/** Answers that are larger than the heap. */
@NullMarked
package io.blueflux.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
