// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.BbbServer;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.webhook.WebhookVerifier;
import io.blueflux.webhooks.webflux.ServerWebhooks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Lets the webhooks take the requests of the servers that there are by now, each by its newest secret. */
final class HookVerifiers implements SmartInitializingSingleton, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(HookVerifiers.class);

    /** Whoever changes the servers of a fleet by hand tells nobody. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ServerFeed feed;
    private final ServerWebhooks hooks;
    private final UnaryOperator<String> callbackUrl;
    private final Disposable.Swap work = Disposables.swap();

    HookVerifiers(ServerFeed feed, ServerWebhooks hooks, UnaryOperator<String> callbackUrl) {
        this.feed = feed;
        this.hooks = hooks;
        this.callbackUrl = callbackUrl;
    }

    @Override
    public void afterSingletonsInstantiated() {
        BbbFleet fleet = feed.fleet();
        follow(fleet.servers());
        work.update(Flux.<Object>merge(feed.changes(), Flux.interval(LOOK).onBackpressureDrop())
                .map(any -> fleet.servers())
                .distinctUntilChanged(System::identityHashCode)
                .subscribe(this::follow));
    }

    private void follow(List<FleetServer> servers) {
        Map<String, WebhookVerifier> verifiers = new LinkedHashMap<>();
        for (FleetServer each : servers) {
            BbbServer server = each.server();
            try {
                verifiers.put(server.name(), WebhookVerifier.of(server.secret(), callbackUrl.apply(server.name())));
            } catch (IllegalArgumentException e) {
                LOG.warn("webhooks of {} cannot be taken: {}", server.name(), e.getMessage());
            }
        }
        hooks.replaceAll(verifiers);
    }

    @Override
    public void destroy() {
        work.dispose();
    }
}
