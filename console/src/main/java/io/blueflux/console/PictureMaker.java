// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.console.Picture.Gone;
import io.blueflux.console.Picture.Line;
import io.blueflux.console.Picture.Sampled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one picture of the one before. */
final class PictureMaker {
    private static final int MOST_GONE = 2_000;
    private static final int MOST_NEWS = 200;
    private static final long[] NOTHING = {};
    private static final Totals EMPTY = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    private PictureMaker() {}

    static Picture first(String run, long now) {
        return new Picture(run, 0, now, EMPTY, 0, Map.of(), List.of(), Samples.none(), null, List.of(), 0);
    }

    /**
     * Makes the next one.
     *
     * @param rows of all servers, those that did not change too
     */
    static Picture next(Picture before, Map<String, Row> rows, Totals totals, News news) {
        long tick = before.tick() + 1;
        long now = System.currentTimeMillis();
        Map<String, Line> lines = new LinkedHashMap<>();
        rows.forEach((name, row) -> {
            Line line = before.lines().get(name);
            if (line == null) {
                lines.put(name, new Line(row, tick, NOTHING));
            } else {
                lines.put(name, row.equals(line.row()) ? line : new Line(row, tick, line.spark()));
            }
        });
        List<Gone> gone = new ArrayList<>(before.gone());
        before.lines().keySet().stream()
                .filter(name -> !rows.containsKey(name))
                .forEach(name -> gone.add(new Gone(name, tick)));
        long oldest = before.oldest();
        if (gone.size() > MOST_GONE) {
            List<Gone> forgotten = gone.subList(0, gone.size() - MOST_GONE);
            oldest = forgotten.get(forgotten.size() - 1).tick();
            forgotten.clear();
        }
        Picture picture = new Picture(
                before.run(),
                tick,
                now,
                totals,
                totals.equals(before.totals()) ? before.totalsTick() : tick,
                lines,
                gone,
                before.samples(),
                before.sampled(),
                told(before.news(), news.take(tick)),
                oldest);
        return tick - before.lastSample() >= before.samples().pace() ? sampled(picture) : picture;
    }

    private static Picture sampled(Picture picture) {
        Samples samples = picture.samples();
        Samples.Room room = samples.room();
        Map<String, Line> lines = new LinkedHashMap<>();
        picture.lines().forEach((name, line) -> {
            long people = line.row().people();
            long[] spark = Samples.appended(line.spark(), people, room, samples.at().length);
            lines.put(name, new Line(line.row(), line.tick(), spark));
        });
        return new Picture(
                picture.run(),
                picture.tick(),
                picture.at(),
                picture.totals(),
                picture.totalsTick(),
                lines,
                picture.gone(),
                samples.with(picture.at(), picture.totals()),
                new Sampled(picture.tick(), room),
                picture.news(),
                picture.oldest());
    }

    /** Keeps as many events as the page does. */
    private static List<News.Told> told(List<News.Told> before, News.Told latest) {
        if (latest.events().isEmpty() && latest.skipped() == 0) {
            return before;
        }
        List<News.Told> all = new ArrayList<>(before);
        all.add(latest);
        int events = all.stream().mapToInt(told -> told.events().size()).sum();
        while (events > MOST_NEWS) {
            events -= all.remove(0).events().size();
        }
        return all;
    }
}
