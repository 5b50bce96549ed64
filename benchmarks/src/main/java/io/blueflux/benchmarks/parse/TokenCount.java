// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

/**
 * What a document holds, counted.
 *
 * @param elements the start tags
 * @param characters the characters of the texts that follow a start tag
 */
public record TokenCount(long elements, long characters) {}
