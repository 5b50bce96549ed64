// SPDX-License-Identifier: Apache-2.0
/**
 * The console: a fleet in the browser, on Blueflux's starter. {@code Board} is what is shown and how it changes, {@code …Pages} what
 * browsers ask for, {@code Demo…} the simulated fleet; {@code SpringConsole} puts them together.
 */
@NullMarked
package io.blueflux.console;

import org.jspecify.annotations.NullMarked;
