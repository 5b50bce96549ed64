// SPDX-License-Identifier: Apache-2.0

/** What a fleet costs beyond its calls, and how far it grows. */
@NullMarked
package io.blueflux.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
