// SPDX-License-Identifier: Apache-2.0
/** What README and the guide show of the starter. */
@NullMarked
package io.blueflux.spring.example;

import org.jspecify.annotations.NullMarked;
