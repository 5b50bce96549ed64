// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.answer.RecordingsPart;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.TransportException;
import io.blueflux.model.Recording;
import io.blueflux.model.Status;
import io.blueflux.request.RecordingsQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Answers getRecordings without a wire, in the way of one kind of server, and fails now and then. */
final class PagingServer {
    static final CallSite SITE = new CallSite("bbb1", "getRecordings");
    private static final Status OK = new Status("SUCCESS", null, null);

    /** How servers page. */
    enum Kind {
        /** BBB 4.0: counts recordings; behind the last is unexpectedError. */
        COUNTS_RECORDINGS,
        /** BBB 2.6: pages and counts formats, merged afterwards; behind the last is a body of null. */
        COUNTS_FORMATS,
        /** As above, but the pages are of recordings. */
        COUNTS_FORMATS_PAGES_RECORDINGS,
        /** Pages without counting; behind the last is HTTP status 500. */
        COUNTS_NOTHING,
        /** Pages without counting; behind the last is an empty page. */
        COUNTS_NOTHING_ENDS_EMPTY,
        /** Knows no pages. */
        IGNORES_LIMIT,
        /** Gives at most 7 recordings a page, and counts. */
        CLAMPS
    }

    final List<RecordingsQuery> asked = new ArrayList<>();
    private final Kind kind;
    private final List<Recording> recordings;
    private final Random random;
    private final int faultPercent;
    private int faultsInARow;

    PagingServer(Kind kind, List<Recording> recordings, Random random, int faultPercent) {
        this.kind = kind;
        this.recordings = recordings;
        this.random = random;
        this.faultPercent = faultPercent;
    }

    Flux<RecordingsPart> answer(RecordingsQuery query) {
        asked.add(query);
        if (faultsInARow < 2 && random.nextInt(100) < faultPercent) {
            faultsInARow++;
            List<RecordingsPart> parts = parts(query);
            return Flux.fromIterable(parts.subList(0, random.nextInt(parts.size())))
                    .concatWith(Flux.error(broken()));
        }
        faultsInARow = 0;
        return isBehindTheEnd(query) ? Flux.error(behindTheEnd()) : Flux.fromIterable(parts(query));
    }

    static BbbException broken() {
        return new TransportException(SITE, TransportException.Kind.CUT_SHORT, "cut", null);
    }

    int formats() {
        return recordings.stream()
                .mapToInt(recording -> recording.playback().size())
                .sum();
    }

    private boolean isBehindTheEnd(RecordingsQuery query) {
        int end = kind == Kind.COUNTS_FORMATS ? formats() : recordings.size();
        boolean fails = kind != Kind.IGNORES_LIMIT && kind != Kind.COUNTS_NOTHING_ENDS_EMPTY;
        return fails && query.offset() > 0 && query.offset() >= end;
    }

    private BbbException behindTheEnd() {
        return switch (kind) {
            case COUNTS_FORMATS, COUNTS_FORMATS_PAGES_RECORDINGS ->
                new MalformedResponseException(SITE, "neither XML nor JSON", 0, "null", null);
            case COUNTS_NOTHING -> new HttpStatusException(SITE, 500, "");
            default -> new ApiFailedException(SITE, "FAILED", List.of(new ApiError("unexpectedError", "")), 200);
        };
    }

    private List<RecordingsPart> parts(RecordingsQuery query) {
        int limit = Objects.requireNonNull(query.limit());
        List<Recording> page = switch (kind) {
            case COUNTS_FORMATS -> merged(page(single(), query.offset(), limit));
            case IGNORES_LIMIT -> recordings;
            case CLAMPS -> page(recordings, query.offset(), Math.min(limit, 7));
            default -> page(recordings, query.offset(), limit);
        };
        List<RecordingsPart> parts = new ArrayList<>();
        page.forEach(recording -> parts.add(new RecordingsPart.Item(recording)));
        parts.add(end());
        return parts;
    }

    private RecordingsPart end() {
        return switch (kind) {
            case COUNTS_RECORDINGS, CLAMPS -> new RecordingsPart.End(OK, (long) recordings.size(), null);
            case COUNTS_FORMATS, COUNTS_FORMATS_PAGES_RECORDINGS -> new RecordingsPart.End(OK, null, (long) formats());
            default -> new RecordingsPart.End(OK, null, null);
        };
    }

    private static <T> List<T> page(List<T> all, int offset, int limit) {
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(all.size(), from + limit));
    }

    private List<Recording> single() {
        return recordings.stream()
                .flatMap(recording -> recording.playback().stream()
                        .map(format -> recording(Objects.requireNonNull(recording.recordId()), List.of(format))))
                .toList();
    }

    private static List<Recording> merged(List<Recording> formats) {
        Map<String, List<Recording.Format>> byId = new LinkedHashMap<>();
        formats.forEach(one -> byId.computeIfAbsent(Objects.requireNonNull(one.recordId()), id -> new ArrayList<>())
                .addAll(one.playback()));
        return byId.entrySet().stream()
                .map(entry -> recording(entry.getKey(), entry.getValue()))
                .toList();
    }

    static Recording recording(@Nullable String id, int formats) {
        List<Recording.Format> playback = new ArrayList<>();
        for (int i = 0; i < formats; i++) {
            playback.add(new Recording.Format("f" + i, "https://h/" + i, null, null, null, List.of(), List.of()));
        }
        return recording(id, playback);
    }

    private static Recording recording(@Nullable String id, List<Recording.Format> playback) {
        return new Recording(
                id,
                "room",
                null,
                null,
                new Recording.State(null, null, null, null),
                new Recording.Times(null, null),
                null,
                new Recording.Sizes(null, null),
                Map.of(),
                null,
                List.of(),
                List.copyOf(playback),
                List.of(),
                List.of());
    }
}
