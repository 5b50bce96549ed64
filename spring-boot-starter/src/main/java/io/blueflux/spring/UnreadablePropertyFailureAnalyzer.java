// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Comes before Boot's own, which prints the value: where servers and proxy are told, it may be a secret in the wrong place. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreadablePropertyFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
    private static final ConfigurationPropertyName SERVERS = ConfigurationPropertyName.of("blueflux.servers");
    private static final ConfigurationPropertyName PROXY = ConfigurationPropertyName.of("blueflux.client.proxy");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConfigurationPropertyName name = cause.getName();
        if (!within(SERVERS, name) && !within(PROXY, name)) {
            return null;
        }
        return new FailureAnalysis(
                name + ": cannot be read",
                within(PROXY, name)
                        ? "Write what a proxy takes, for example blueflux.client.proxy.host and .port."
                        : "Write the fields of each server below its name, for example blueflux.servers.bbb1.url and .secret,"
                                + " and numbers where they are wanted.",
                cause);
    }

    private static boolean within(ConfigurationPropertyName part, ConfigurationPropertyName name) {
        return part.equals(name) || part.isAncestorOf(name);
    }
}
