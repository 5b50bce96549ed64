// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;

/**
 * The answer to updateRecordings. BBB claims success if one of the ids existed; some formats change a while later.
 *
 * @param status {@code returncode} and the like
 * @param updated {@code updated}; false behind Scalelite where BBB says {@code notFound}
 * @param unknown elements without a place above
 */
public record UpdatedRecordings(Status status, boolean updated, List<Element> unknown) {}
