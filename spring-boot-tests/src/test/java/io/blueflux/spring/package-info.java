// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.blueflux.spring;

import org.jspecify.annotations.NullMarked;
