// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the API's root. {@code version} is 2.0 for every BBB since 2.0, so it tells no features apart.
 *
 * @param status {@code returncode} and the like
 * @param version {@code version}
 * @param apiVersion {@code apiVersion}; BBB 2.4 and later
 * @param bbbVersion {@code bbbVersion}; null unless the admin allows it (BBB 2.4 and later)
 * @param unknown elements without a place above, for example {@code graphqlApiUrl}, or a balancer's {@code build}
 */
public record ApiVersion(
        Status status,
        @Nullable String version,
        @Nullable String apiVersion,
        @Nullable String bbbVersion,
        List<Element> unknown) {}
