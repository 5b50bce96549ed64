// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.FleetTask;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerView;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Follows the fleet, and makes a picture of it each second, one for all browsers. However fast the fleet changes, and however slow a
 * browser is, it is a matter of pictures.
 */
final class Board implements FleetTask {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final ToDoubleFunction<String> load;
    private final Presence presence = new Presence();
    private final News news = new News();
    private final Map<String, Timing> timings = new ConcurrentHashMap<>();
    private final Map<String, Seen> seen = new HashMap<>(); // of the tick's thread
    private volatile Picture picture = PictureMaker.first(
            Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)
                    + Integer.toString(ThreadLocalRandom.current().nextInt(1_000), Character.MAX_RADIX),
            System.currentTimeMillis());
    private volatile Sinks.Many<Picture> pictures = Sinks.many().multicast().directBestEffort();

    /** By what a row was made; if neither is another, nor is the row. */
    private record Seen(ServerView view, @Nullable Timing timing) {
        @SuppressWarnings("ReferenceEquality") // another poll makes other objects
        boolean isAs(@Nullable Seen other) {
            return other != null && view == other.view && timing == other.timing;
        }
    }

    /**
     * Follows nobody yet.
     *
     * @param load returns the load of a server
     */
    Board(ToDoubleFunction<String> load) {
        this.load = load;
    }

    @Override
    public Publisher<?> run(BbbFleet fleet) {
        return Flux.defer(() -> {
                    Sinks.Many<Picture> mine = Sinks.many().multicast().directBestEffort();
                    pictures = mine;
                    return Flux.merge(
                                    fleet.reports().doOnNext(this::report),
                                    fleet.events().doOnNext(this::event),
                                    Flux.interval(TICK, Schedulers.parallel())
                                            .onBackpressureDrop()
                                            .doOnNext(tick -> show(look(fleet.snapshot()), mine)))
                            .doFinally(end -> mine.tryEmitComplete());
                })
                .doOnError(error -> LOG.error("no picture of the fleet could be made; the next one is tried", error))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, TICK));
    }

    /** Returns the newest picture. */
    Picture picture() {
        return picture;
    }

    /** Returns the newest picture, then each as it is made; who is slow gets the newest. It ends with the polling. */
    Flux<Picture> pictures() {
        return Flux.defer(() -> pictures.asFlux().startWith(Flux.defer(() -> Flux.just(picture))))
                .onBackpressureLatest();
    }

    /** Returns since when who is there. */
    Presence presence() {
        return presence;
    }

    private void report(ServerReport report) {
        timings.compute(report.server().name(), (name, before) -> Timing.after(before, report));
    }

    private void event(FleetEvent event) {
        news.add(event);
        presence.add(event);
    }

    private void show(Picture next, Sinks.Many<Picture> to) {
        picture = next;
        to.tryEmitNext(next);
    }

    private Picture look(FleetSnapshot fleet) {
        Map<String, Row> rows = new LinkedHashMap<>();
        Map<String, Picture.Line> before = picture.lines();
        fleet.servers().forEach((name, view) -> {
            Seen now = new Seen(view, timings.get(name));
            Picture.Line line = before.get(name);
            boolean same = now.isAs(seen.put(name, now));
            rows.put(
                    name,
                    same && line != null
                            ? line.row()
                            : Row.of(view, now.timing(), Math.round(load.applyAsDouble(name))));
        });
        seen.keySet().retainAll(rows.keySet());
        timings.keySet().retainAll(rows.keySet());
        return PictureMaker.next(picture, rows, Totals.of(fleet), news);
    }
}
