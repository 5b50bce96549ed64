// SPDX-License-Identifier: Apache-2.0

/** Answers in the server's real shape, generated, the same on every run. */
@NullMarked
package io.blueflux.benchmarks.input;

import org.jspecify.annotations.NullMarked;
