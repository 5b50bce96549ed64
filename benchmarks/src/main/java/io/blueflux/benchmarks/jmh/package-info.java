// SPDX-License-Identifier: Apache-2.0

/** JMH for the record: CPU time, several forks in turn, and ratios of what they give. */
@NullMarked
package io.blueflux.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
