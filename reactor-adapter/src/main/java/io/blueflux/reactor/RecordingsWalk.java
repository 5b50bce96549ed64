// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.answer.RecordingsPart;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Recording;
import io.blueflux.request.RecordingsQuery;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/**
 * Walks through all recordings page by page. Servers count differently (recordings, formats, not at all), and some give
 * everything whatever is asked for, so that the end is told by several signs.
 */
final class RecordingsWalk {
    private static final int MOST_OF_A_PAGE = 100;
    private static final int MOST_STALE_PAGES = 20;

    private final Function<RecordingsQuery, Flux<RecordingsPart>> pages;
    private final UnaryOperator<Flux<Recording>> resuming;
    private final RecordingsQuery query;
    private final int limit;

    RecordingsWalk(
            RecordingsQuery query,
            Function<RecordingsQuery, Flux<RecordingsPart>> pages,
            UnaryOperator<Flux<Recording>> resuming) {
        this.query = query;
        this.pages = pages;
        this.resuming = resuming;
        Integer asked = query.limit();
        this.limit = asked == null ? MOST_OF_A_PAGE : asked;
    }

    Flux<Recording> recordings() {
        return Flux.defer(() -> new Walk().recordings());
    }

    /** One subscription. Its signals come one after the other, so its state needs no guard. */
    private final class Walk {
        private final RecordingsSeen seen = new RecordingsSeen();
        private long delivered;
        private int offset = query.offset();
        private RecordingsPart.@Nullable End last;
        private long formats;
        private long formatsOfPage;
        private int countOfPage;
        private int newOfPage;
        private int stalePages;
        private boolean finished;

        Flux<Recording> recordings() {
            return Flux.defer(this::page).repeat(() -> !finished);
        }

        private Flux<Recording> page() {
            newOfPage = 0;
            // without prefetch the page is asked for by the first demand, and hidden the source is not short-cut
            Flux<Recording> whenWanted = Flux.just(query).hide().concatMap(walked -> attempt(), 0);
            return resuming.apply(whenWanted);
        }

        private Flux<Recording> attempt() {
            countOfPage = 0;
            formatsOfPage = 0;
            return pages.apply(query.withPage(offset, limit))
                    .handle(this::take)
                    .onErrorResume(BbbException.class, error -> isBehindTheEnd(error) ? finish() : Flux.error(error));
        }

        private void take(RecordingsPart part, SynchronousSink<Recording> out) {
            if (part instanceof RecordingsPart.Item item) {
                Recording recording = item.recording();
                countOfPage++;
                formatsOfPage += recording.playback().size() + recording.data().size();
                if (seen.add(recording)) {
                    newOfPage++;
                    delivered++;
                    out.next(recording);
                }
            } else if (part instanceof RecordingsPart.End end) {
                turn(end);
            }
        }

        private void turn(RecordingsPart.End end) {
            last = end;
            formats += formatsOfPage;
            stalePages = newOfPage == 0 ? stalePages + 1 : 0;
            int step = end.total() == null || countOfPage == 0 ? limit : countOfPage;
            finished = countOfPage > limit // the server knows no limit: this was everything
                    || isDelivered(end)
                    || stalePages > MOST_STALE_PAGES
                    || offset > Integer.MAX_VALUE - step;
            offset += finished ? 0 : step;
            finished |= isReached(end);
        }

        /** A full count says when all is there, though the next page could still be asked for. */
        private boolean isDelivered(RecordingsPart.End end) {
            if (end.total() != null) {
                return delivered >= end.total() - query.offset();
            }
            if (end.totalFormats() != null) {
                return query.offset() == 0 && formats >= end.totalFormats();
            }
            return countOfPage < limit || newOfPage == 0;
        }

        private boolean isReached(RecordingsPart.End end) {
            Long total = end.total() == null ? end.totalFormats() : end.total();
            return total != null && offset >= total;
        }

        /** A page behind the last is an error to servers. Where they do not count recordings, it cannot be avoided. */
        private boolean isBehindTheEnd(BbbException error) {
            return last != null && last.total() == null && countOfPage == 0 && isOfThatKind(error);
        }

        private Flux<Recording> finish() {
            finished = true;
            return Flux.empty();
        }
    }

    private static boolean isOfThatKind(BbbException error) {
        return (error instanceof HttpStatusException status && status.status() == 500)
                || (error instanceof ApiFailedException failure && failure.has("unexpectedError"))
                || (error instanceof MalformedResponseException malformed
                        && malformed.bodyStart().equals("null"));
    }
}
