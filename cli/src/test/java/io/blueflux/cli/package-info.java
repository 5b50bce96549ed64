// SPDX-License-Identifier: Apache-2.0

/** The command line from outside. */
@NullMarked
package io.blueflux.cli;

import org.jspecify.annotations.NullMarked;
