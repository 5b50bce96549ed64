// SPDX-License-Identifier: Apache-2.0

/** The calls of the API as data: name, decoder, and whether they may be repeated. For Blueflux's own modules. */
@NullMarked
package io.blueflux.endpoint;

import org.jspecify.annotations.NullMarked;
