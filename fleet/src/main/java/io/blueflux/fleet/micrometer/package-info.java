// SPDX-License-Identifier: Apache-2.0

/** Meters of a fleet and observations of its calls; needs Micrometer on the class path, which nothing else here does. */
@NullMarked
package io.blueflux.fleet.micrometer;

import org.jspecify.annotations.NullMarked;
