// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.blueflux.cli.ConsoleSettings;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Pictures and their differences as JSON, made once for all browsers that want the same. */
@Component
final class PictureJson {
    private final JsonMapper json;
    private final Frame frame;
    private volatile @Nullable Made whole;
    private volatile @Nullable Made changes;

    /** What was made last. */
    private record Made(Picture picture, long since, String text) {
        @SuppressWarnings("ReferenceEquality") // each is made once
        boolean is(Picture other, long then) {
            return picture == other && since == then;
        }
    }

    private record Frame(long interval, String depth, boolean demo) {}

    private record Whole(
            String id,
            long at,
            @JsonUnwrapped Frame frame,
            Totals totals,
            List<Server> servers,
            Moments samples,
            List<FeedEvent> events,
            int skipped) {}

    @SuppressWarnings("ArrayRecordComponent") // to be written alone
    private record Server(@JsonUnwrapped Row row, long[] spark) {}

    @SuppressWarnings("ArrayRecordComponent") // to be written alone
    private record Moments(long[] at, long[] people, long[] meetings) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Changes(
            long at,
            @Nullable Totals totals,
            List<Row> servers,
            List<String> removed,
            List<FeedEvent> events,
            @Nullable Integer skipped,
            @Nullable Boolean sample,
            @Nullable Boolean thin,
            @Nullable Boolean drop) {}

    PictureJson(JsonMapper json, ConsoleSettings settings) {
        this.json = json;
        this.frame = new Frame(
                settings.interval().toMillis(),
                settings.depth().name().toLowerCase(Locale.ROOT),
                settings.servers().isEmpty());
    }

    /** Returns all of a picture. */
    String whole(Picture picture) {
        Made last = whole;
        if (last == null || !last.is(picture, 0)) {
            last = new Made(picture, 0, json.writeValueAsString(wholeOf(picture)));
            whole = last;
        }
        return last.text();
    }

    /**
     * Returns what a browser needs.
     *
     * @param had the id of the picture that it has; null if it has none
     */
    ServerSentEvent<String> message(Picture picture, @Nullable String had) {
        Long then = picture.tickOf(had);
        return ServerSentEvent.builder(then == null ? whole(picture) : changes(picture, then))
                .event(then == null ? "picture" : "changes")
                .id(picture.id())
                .build();
    }

    private String changes(Picture picture, long then) {
        Made last = changes;
        if (last == null || !last.is(picture, then)) {
            last = new Made(picture, then, json.writeValueAsString(changesOf(picture, then)));
            changes = last;
        }
        return last.text();
    }

    private Whole wholeOf(Picture picture) {
        Samples samples = picture.samples();
        return new Whole(
                picture.id(),
                picture.at(),
                frame,
                picture.totals(),
                picture.lines().values().stream()
                        .map(line -> new Server(line.row(), line.spark()))
                        .toList(),
                new Moments(samples.at(), samples.people(), samples.meetings()),
                picture.news().stream().flatMap(told -> told.events().stream()).toList(),
                picture.news().stream().mapToInt(News.Told::skipped).sum());
    }

    private static Changes changesOf(Picture picture, long then) {
        Picture.Sampled sample = then < picture.tick() && picture.isSampled() ? picture.sampled() : null;
        List<News.Told> news =
                picture.news().stream().filter(told -> told.tick() > then).toList();
        int skipped = news.stream().mapToInt(News.Told::skipped).sum();
        return new Changes(
                picture.at(),
                picture.totalsTick() > then ? picture.totals() : null,
                picture.lines().values().stream()
                        .filter(line -> line.tick() > then)
                        .map(Picture.Line::row)
                        .toList(),
                picture.gone().stream()
                        .filter(gone -> gone.tick() > then) // those that came back too: they begin anew
                        .map(Picture.Gone::name)
                        .distinct()
                        .toList(),
                news.stream().flatMap(told -> told.events().stream()).toList(),
                skipped == 0 ? null : skipped,
                Row.orNull(sample != null),
                Row.orNull(sample != null && sample.room() == Samples.Room.THIN),
                Row.orNull(sample != null && sample.room() == Samples.Room.DROP));
    }
}
