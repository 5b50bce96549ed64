// SPDX-License-Identifier: Apache-2.0

/**
 * What can go wrong with a call, by whose fault it is: the server said no ({@code ApiFailed}), something before it
 * answered ({@code HttpStatus}, {@code Redirected}), the bytes are wrong ({@code MalformedResponse},
 * {@code LimitExceeded}), the wire failed ({@code Transport}), or time ran out ({@code CallTimeout}).
 */
@NullMarked
package io.blueflux.error;

import org.jspecify.annotations.NullMarked;
