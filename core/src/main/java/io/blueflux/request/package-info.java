// SPDX-License-Identifier: Apache-2.0

/**
 * What goes out: the requests. A value goes by its setter to the row of the table in {@code io.blueflux.parameter}; what is
 * sent as the body stands in {@code io.blueflux.body}.
 */
@NullMarked
package io.blueflux.request;

import org.jspecify.annotations.NullMarked;
