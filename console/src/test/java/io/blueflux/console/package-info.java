// SPDX-License-Identifier: Apache-2.0
/** Tests of the console: its pictures, its answers, and its page in a real browser. */
@NullMarked
package io.blueflux.console;

import org.jspecify.annotations.NullMarked;
