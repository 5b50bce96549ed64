// SPDX-License-Identifier: Apache-2.0

/** The client: each call of the BBB API as a {@code Mono} or a {@code Flux} over reactor-netty. */
@NullMarked
package io.blueflux.reactor;

import org.jspecify.annotations.NullMarked;
