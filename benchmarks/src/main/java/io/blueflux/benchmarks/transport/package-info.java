// SPDX-License-Identifier: Apache-2.0

/** What a request costs beside bare reactor-netty, and in other HTTP clients. */
@NullMarked
package io.blueflux.benchmarks.transport;

import org.jspecify.annotations.NullMarked;
