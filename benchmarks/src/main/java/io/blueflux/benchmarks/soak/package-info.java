// SPDX-License-Identifier: Apache-2.0

/** A fleet among servers that fall ill and get well, while servers, subscribers and webhooks come and go: what it tells, and what it keeps. */
@NullMarked
package io.blueflux.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
