// SPDX-License-Identifier: Apache-2.0

/** The launcher: the gates of each part, each in JVMs of its own, and the table of their figures. */
@NullMarked
package io.blueflux.benchmarks;

import org.jspecify.annotations.NullMarked;
