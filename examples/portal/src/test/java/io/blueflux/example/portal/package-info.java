// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.blueflux.example.portal;

import org.jspecify.annotations.NullMarked;
