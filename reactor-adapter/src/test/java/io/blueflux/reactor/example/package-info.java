// SPDX-License-Identifier: Apache-2.0

/** What README and the guide show. */
@NullMarked
package io.blueflux.reactor.example;

import org.jspecify.annotations.NullMarked;
