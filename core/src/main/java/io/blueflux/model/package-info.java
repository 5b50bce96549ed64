// SPDX-License-Identifier: Apache-2.0

/**
 * What servers answer: immutable values. An absent value is null and says so in its type; elements that Blueflux does not
 * know are kept in {@code unknown}.
 */
@NullMarked
package io.blueflux.model;

import org.jspecify.annotations.NullMarked;
