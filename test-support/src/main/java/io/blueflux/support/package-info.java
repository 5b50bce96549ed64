// SPDX-License-Identifier: Apache-2.0

/** What the tests of several modules stand on; never published. */
@NullMarked
package io.blueflux.support;

import org.jspecify.annotations.NullMarked;
