// SPDX-License-Identifier: Apache-2.0

/** Signing, beside the bare digest and beside other ways to the same URL. */
@NullMarked
package io.blueflux.benchmarks.sign;

import org.jspecify.annotations.NullMarked;
