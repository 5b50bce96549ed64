// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.reactor.BbbClient;
import io.blueflux.webhooks.webflux.ServerWebhooks;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Tells what to configure where the application wants a bean that is there by configuration alone. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingServersFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {
    private static final Set<Class<?>> OF_SERVERS = Set.of(BbbClient.class, BbbClients.class);
    private static final Set<Class<?>> OF_A_FLEET = Set.of(BbbFleet.class, FleetClient.class, MeetingPlacement.class);

    private final Environment environment;

    MissingServersFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
        Class<?> wanted = cause.getResolvableType() == null
                ? null
                : cause.getResolvableType().resolve();
        String missing = missing(wanted);
        return wanted == null || missing == null
                ? null
                : new FailureAnalysis(
                        "A " + wanted.getSimpleName() + " is wanted, and there is none: " + missing + " is not set.",
                        "Set " + missing + ", or define a bean of this type.",
                        cause);
    }

    private @Nullable String missing(@Nullable Class<?> wanted) {
        boolean ofFleet = OF_A_FLEET.contains(wanted);
        if (!ofFleet && !OF_SERVERS.contains(wanted) && wanted != ServerWebhooks.class) {
            return null;
        }
        if (OnServers.keys(environment).isEmpty()) {
            return "blueflux.servers.NAME.url (and .secret)";
        }
        if (ofFleet) {
            return unset("blueflux.fleet.interval");
        }
        return wanted == ServerWebhooks.class ? unset("blueflux.webhooks.path") : null;
    }

    private @Nullable String unset(String property) {
        return environment.containsProperty(property) ? null : property;
    }
}
