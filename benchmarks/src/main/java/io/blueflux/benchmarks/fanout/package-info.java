// SPDX-License-Identifier: Apache-2.0

/** One list and an info for each of its meetings: how long that takes. */
@NullMarked
package io.blueflux.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
