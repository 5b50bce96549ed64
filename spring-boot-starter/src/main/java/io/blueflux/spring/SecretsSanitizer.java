// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Blots the secrets of servers and proxy in {@code /actuator/env} and {@code /actuator/configprops}, where the application shows values: by the
 * property's name, and wherever else a secret stands, as in the variable that it came from. The path of a URL is a tenant's key at some
 * balancers.
 */
final class SecretsSanitizer implements SanitizingFunction {
    /** In any spelling that Boot binds: {@code blueflux.servers.x.secret}, {@code BLUEFLUX_SERVERS_X_SECRET}. */
    private static final Pattern SECRET_KEY = Pattern.compile(
            "(?i)blueflux[._]servers[._\\[].*[._](secret|url)|blueflux[._]client[._]proxy[._](password|username)");

    private final BbbFleet fleet;
    private final @Nullable String proxyPassword;

    SecretsSanitizer(BbbFleet fleet, @Nullable String proxyPassword) {
        this.fleet = fleet;
        this.proxyPassword = proxyPassword;
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        return SECRET_KEY.matcher(data.getKey()).matches() || holdsSecret(data.getValue())
                ? data.withSanitizedValue()
                : data;
    }

    private boolean holdsSecret(@Nullable Object value) {
        if (!(value instanceof CharSequence text)) {
            return false;
        }
        String given = text.toString();
        if (proxyPassword != null && !proxyPassword.isBlank() && given.contains(proxyPassword)) {
            return true;
        }
        return fleet.servers().stream()
                .anyMatch(server -> !server.server().secret().blot(given, "").equals(given));
    }
}
