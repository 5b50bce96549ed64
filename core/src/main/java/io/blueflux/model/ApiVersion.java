// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the API's root. {@code version} is 2.0 for every BBB since 2.0, so it tells no features apart.
 *
 * @param status {@code returncode} and the like
 * @param version {@code version}
 * @param apiVersion {@code apiVersion}; BBB 2.4 and later
 * @param bbbVersion {@code bbbVersion}; null unless the admin allows it (BBB 2.4 and later)
 * @param html5PluginSdkVersion {@code html5PluginSdkVersion}; BBB 3.0 and later
 * @param urls where else the server is reached; BBB 3.0 and later
 * @param balancer what a balancer says of itself
 * @param unknown elements without a place above
 */
public record ApiVersion(
        Status status,
        @Nullable String version,
        @Nullable String apiVersion,
        @Nullable String bbbVersion,
        @Nullable String html5PluginSdkVersion,
        Urls urls,
        Balancer balancer,
        List<Element> unknown) {
    /** Refuses what is missing. */
    public ApiVersion {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(urls, "urls");
        Objects.requireNonNull(balancer, "balancer");
        Objects.requireNonNull(unknown, "unknown");
    }

    /**
     * Where else a server is reached.
     *
     * @param graphqlWebsocketUrl {@code graphqlWebsocketUrl}
     * @param graphqlApiUrl {@code graphqlApiUrl}
     * @param apiUrl {@code apiUrl}; some development versions of BBB 3.0 only
     */
    public record Urls(
            @Nullable String graphqlWebsocketUrl,
            @Nullable String graphqlApiUrl,
            @Nullable String apiUrl) {}

    /**
     * What a balancer in front says of itself; BBB says nothing here.
     *
     * @param build {@code build}: the version of Scalelite
     * @param info {@code info}: what bbblb says
     */
    public record Balancer(@Nullable String build, @Nullable String info) {}
}
