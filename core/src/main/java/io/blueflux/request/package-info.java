// SPDX-License-Identifier: Apache-2.0

/**
 * What goes out: the requests, the one table of their parameters ({@link io.blueflux.request.Parameter}), and what must
 * never be printed of them.
 */
@NullMarked
package io.blueflux.request;

import org.jspecify.annotations.NullMarked;
