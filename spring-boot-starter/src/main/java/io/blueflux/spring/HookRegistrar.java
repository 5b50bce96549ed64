// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.model.CreatedHook;
import io.blueflux.request.HookRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes this service's hook at each server once the application is ready, again and again, so that a server that forgot it, or came
 * late, has it; and destroys them at the end. A server keeps one hook a URL: to make what is there changes nothing.
 */
final class HookRegistrar extends PhaseOfContext implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(HookRegistrar.class);
    private static final int AT_ONCE = 16;

    /** All side by side, so that who hangs holds up nobody. */
    private static final int ALL_AT_ONCE = 100_000;

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final BbbFleet fleet;
    private final boolean isShared;
    private final UnaryOperator<String> callbackUrl;
    private final Duration interval;
    private final Map<String, CreatedHook> made = new ConcurrentHashMap<>();
    private final Map<String, Boolean> failing = new ConcurrentHashMap<>();
    private volatile boolean hadOthers;
    private final Disposable.Swap work = Disposables.swap();

    /**
     * Begins with the application.
     *
     * @param isShared whether other processes poll servers of the fleet, and look after their hooks
     */
    HookRegistrar(BbbFleet fleet, boolean isShared, UnaryOperator<String> callbackUrl, Duration interval) {
        super(FIRST); // while the clients are there
        this.fleet = fleet;
        this.isShared = isShared;
        this.callbackUrl = callbackUrl;
        this.interval = interval;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (isRunning()) {
            Flux<Void> ticks =
                    Flux.interval(Duration.ZERO, interval).onBackpressureDrop().concatMap(tick -> registerAll(), 1);
            work.update(Flux.merge(ticks, isShared ? takenOver() : Flux.empty()).subscribe());
        }
    }

    /** In a cluster whoever polls a server looks after its hook, from the first poll on. */
    private Flux<Void> takenOver() {
        return fleet.reports()
                .map(report -> report.server().name())
                .filter(server ->
                        fleet.isPolledHere(server) && !made.containsKey(server) && !failing.containsKey(server))
                .flatMap(this::register, AT_ONCE);
    }

    private Mono<Void> registerAll() {
        Set<String> servers = names();
        hadOthers = fleet.cluster().members() > 1;
        made.keySet().retainAll(servers);
        failing.keySet().retainAll(servers);
        return Flux.fromIterable(servers).flatMap(this::register, AT_ONCE).then();
    }

    private Set<String> names() {
        return fleet.servers().stream()
                .map(FleetServer::name)
                .filter(server -> !isShared || fleet.isPolledHere(server))
                .collect(Collectors.toSet());
    }

    private Mono<Void> register(String server) {
        return Mono.defer(() -> fleet.client(server)
                        .hooksCreate(
                                HookRequest.builder(callbackUrl.apply(server)).build()))
                .doOnNext(hook -> registered(server, hook))
                .onErrorResume(error -> {
                    if (failing.put(server, true) == null) {
                        LOG.warn(
                                "the hook at {} cannot be made; it is tried again every {}: {}",
                                server,
                                interval,
                                error.getMessage());
                    }
                    return Mono.empty();
                })
                .then();
    }

    private void registered(String server, CreatedHook hook) {
        boolean failedBefore = failing.remove(server) != null;
        boolean known = made.put(server, hook) != null;
        if (!known || failedBefore || !hook.isDuplicate()) {
            LOG.info("the hook at {} is {}", server, hook.isDuplicate() ? "there" : known ? "made again" : "made");
        }
    }

    /** What others look after from now on stays. */
    @Override
    Mono<Void> end() {
        work.dispose();
        if (hadOthers || fleet.cluster().members() > 1) {
            return Mono.empty();
        }
        made.keySet().retainAll(names()); // who has left has no client any more
        return Flux.fromIterable(made.entrySet())
                .filter(entry -> !Boolean.TRUE.equals(entry.getValue().permanent()))
                .flatMap(entry -> destroy(entry.getKey(), entry.getValue()), ALL_AT_ONCE)
                .then();
    }

    private Mono<Void> destroy(String server, CreatedHook hook) {
        String id = hook.hookId();
        return id == null
                ? Mono.empty()
                : Mono.defer(() -> fleet.client(server).hooksDestroy(id))
                        .timeout(FAREWELL, Mono.error(() -> new TimeoutException("no answer within " + FAREWELL)))
                        .doOnError(error -> LOG.warn("the hook at {} is left there: {}", server, error.getMessage()))
                        .onErrorComplete()
                        .then();
    }
}
