// SPDX-License-Identifier: Apache-2.0

/**
 * Where a new meeting goes: the rule by which every process chooses alike, without talking to the others; and the calls of a fleet as
 * if it were one server. It uses a fleet; the fleet does not know it.
 */
@NullMarked
package io.blueflux.fleet.placement;

import org.jspecify.annotations.NullMarked;
