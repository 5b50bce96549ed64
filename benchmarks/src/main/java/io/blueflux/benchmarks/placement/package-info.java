// SPDX-License-Identifier: Apache-2.0

/** Where new meetings go: what a decision costs, and how a storm of creates is spread, by our rule and by those of others. */
@NullMarked
package io.blueflux.benchmarks.placement;

import org.jspecify.annotations.NullMarked;
