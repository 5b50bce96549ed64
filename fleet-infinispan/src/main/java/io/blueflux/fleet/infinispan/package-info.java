// SPDX-License-Identifier: Apache-2.0

/** Joins the processes that share a fleet, by Infinispan within them. */
@NullMarked
package io.blueflux.fleet.infinispan;

import org.jspecify.annotations.NullMarked;
