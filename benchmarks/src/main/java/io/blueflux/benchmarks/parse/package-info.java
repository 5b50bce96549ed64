// SPDX-License-Identifier: Apache-2.0

/** Parsing, beside the parser alone and beside other ways to the same meetings. */
@NullMarked
package io.blueflux.benchmarks.parse;

import org.jspecify.annotations.NullMarked;
