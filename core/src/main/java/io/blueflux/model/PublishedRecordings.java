// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;

/**
 * The answer to publishRecordings. BBB claims success if one of the ids existed; some formats change a while later.
 *
 * @param status {@code returncode} and the like
 * @param published {@code published}: what was asked for
 * @param unknown elements without a place above
 */
public record PublishedRecordings(Status status, boolean published, List<Element> unknown) {}
