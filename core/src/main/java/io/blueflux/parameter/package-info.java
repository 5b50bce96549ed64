// SPDX-License-Identifier: Apache-2.0

/**
 * The one table of the calls' parameters ({@link io.blueflux.parameter.Parameter}), the values of one request checked by it,
 * and what must never be printed of them.
 */
@NullMarked
package io.blueflux.parameter;

import org.jspecify.annotations.NullMarked;
