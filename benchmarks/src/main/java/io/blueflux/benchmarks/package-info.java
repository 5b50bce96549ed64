// SPDX-License-Identifier: Apache-2.0

/** What parsing and signing cost, beside what they would cost in other ways. */
@NullMarked
package io.blueflux.benchmarks;

import org.jspecify.annotations.NullMarked;
