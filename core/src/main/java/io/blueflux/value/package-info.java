// SPDX-License-Identifier: Apache-2.0

/**
 * What texts mean and may hold: numbers, times and truth values of answers and deliveries, in one place for XML and JSON, and
 * the rule for every text that is sent; and what is asked of arguments.
 */
@NullMarked
package io.blueflux.value;

import org.jspecify.annotations.NullMarked;
