// SPDX-License-Identifier: Apache-2.0

/** What a byte of an answer costs that was made to cost much. */
@NullMarked
package io.blueflux.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
