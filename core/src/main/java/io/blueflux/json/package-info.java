// SPDX-License-Identifier: Apache-2.0

/** The few answers that are JSON, read as a stream of tokens. The one package that knows the JSON library. */
@NullMarked
package io.blueflux.json;

import org.jspecify.annotations.NullMarked;
