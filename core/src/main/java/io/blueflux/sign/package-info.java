// SPDX-License-Identifier: Apache-2.0

/** From a call's parameters to the URL that is sent: encoded once, and signed as it stands. */
@NullMarked
package io.blueflux.sign;

import org.jspecify.annotations.NullMarked;
