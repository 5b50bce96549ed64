// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

/**
 * Something that was told and was not so, or was so and was not told.
 *
 * @param at when it was told, or should have been at the latest
 * @param text who told or missed what
 */
public record FalseEvent(long at, String text) {}
