// SPDX-License-Identifier: Apache-2.0

/** Polls many BBB servers, each on a lane of its own, and tells their state and what changes, as streams. */
@NullMarked
package io.blueflux.fleet;

import org.jspecify.annotations.NullMarked;
