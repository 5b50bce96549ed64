// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.webhooks.webflux.ServerWebhooks;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks come in, checked.
 *
 * @param external URL at which the servers reach this service, without a slash at its end
 * @param path path of the route, with a slash before it and none at its end
 */
record HookAddress(String external, String path) {
    private static final Pattern SEGMENTS = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final Duration SHORTEST = Duration.ofMillis(100);

    static HookAddress of(BluefluxProperties properties) {
        return new HookAddress(
                external(properties.webhooks().externalUrl()),
                path(String.valueOf(properties.webhooks().path())));
    }

    /** Returns what makes the URL of a server's hook, by its name. */
    UnaryOperator<String> callbackUrl() {
        return server -> ServerWebhooks.callbackUrl(external + path, server);
    }

    /** Returns the time from one look after the hooks to the next. */
    static Duration checkInterval(BluefluxProperties properties) {
        Duration interval = properties.webhooks().checkInterval();
        if (interval.compareTo(SHORTEST) < 0) {
            throw new InvalidPropertyException(
                    "blueflux.webhooks.check-interval",
                    "must be at least 100ms",
                    "Change it, or leave it out for the default.");
        }
        return interval;
    }

    private static String external(@Nullable URI url) {
        if (url == null) {
            throw wrong("external-url", "is missing");
        }
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getRawAuthority() == null) {
            throw wrong("external-url", "must begin with http:// or https:// and name a host");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw wrong("external-url", "must not have a query or a fragment");
        }
        return withoutSlash(url.toString());
    }

    private static String path(String given) {
        String path = withoutSlash(given.startsWith("/") ? given : "/" + given);
        if (path.isEmpty()) {
            throw wrong("path", "must have at least one segment");
        }
        if (!SEGMENTS.matcher(path).matches()) {
            throw wrong("path", "must be segments of letters, digits and - . _ ~");
        }
        return path;
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static InvalidPropertyException wrong(String field, String rule) {
        return new InvalidPropertyException(
                "blueflux.webhooks." + field,
                rule,
                field.equals("path")
                        ? "Write a path of this service that nothing else has, for example /bbb-hooks."
                        : "Write the URL at which the servers reach this service, for example https://portal.example.org:"
                                + " deliveries are verified by it.");
    }
}
