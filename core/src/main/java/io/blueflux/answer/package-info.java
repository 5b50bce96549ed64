// SPDX-License-Identifier: Apache-2.0

/**
 * From tokens to values: {@link io.blueflux.answer.ChunkDecoder} is the contract, {@code AnswerDecoder} reads the envelope and
 * the failures, the {@code …Handler}s are the shapes of what the calls answer. For Blueflux's own modules.
 */
@NullMarked
package io.blueflux.answer;

import org.jspecify.annotations.NullMarked;
