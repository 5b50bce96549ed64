// SPDX-License-Identifier: Apache-2.0

/** A portal before many BBB servers, small enough to be read at one go and copied. */
@NullMarked
package io.blueflux.example.portal;

import org.jspecify.annotations.NullMarked;
