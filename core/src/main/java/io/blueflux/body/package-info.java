// SPDX-License-Identifier: Apache-2.0

/** What a POST brings along: documents, captions, or bytes of your own, and where they come from. */
@NullMarked
package io.blueflux.body;

import org.jspecify.annotations.NullMarked;
