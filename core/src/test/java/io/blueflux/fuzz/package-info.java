// SPDX-License-Identifier: Apache-2.0

/** What random tests and fuzz tests break well-formed input with. */
@NullMarked
package io.blueflux.fuzz;

import org.jspecify.annotations.NullMarked;
