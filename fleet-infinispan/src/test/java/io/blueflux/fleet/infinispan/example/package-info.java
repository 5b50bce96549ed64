// SPDX-License-Identifier: Apache-2.0

/** What the guide shows. */
@NullMarked
package io.blueflux.fleet.infinispan.example;

import org.jspecify.annotations.NullMarked;
