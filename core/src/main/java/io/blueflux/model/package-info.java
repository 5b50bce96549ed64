// SPDX-License-Identifier: Apache-2.0

/**
 * What servers answer: immutable values. What lets somebody in is {@link io.blueflux.Confidential}, which nothing prints and
 * {@code reveal()} reads. An absent value is null and says so in its type; elements that Blueflux does not
 * know are kept in {@code unknown}.
 */
@NullMarked
package io.blueflux.model;

import org.jspecify.annotations.NullMarked;
