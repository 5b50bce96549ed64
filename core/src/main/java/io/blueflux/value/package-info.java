// SPDX-License-Identifier: Apache-2.0

/** What the texts of answers and deliveries mean: numbers, times, truth values. One place for XML and JSON. */
@NullMarked
package io.blueflux.value;

import org.jspecify.annotations.NullMarked;
