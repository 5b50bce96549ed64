// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;

/**
 * The answer to hooks/destroy.
 *
 * @param status {@code returncode} and the like
 * @param removed {@code removed}
 * @param unknown elements without a place above
 */
public record DestroyedHook(Status status, boolean removed, List<Element> unknown) {}
