// SPDX-License-Identifier: Apache-2.0

@NullMarked
package io.blueflux.testkit;

import org.jspecify.annotations.NullMarked;
