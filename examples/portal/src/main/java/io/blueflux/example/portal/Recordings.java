// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.FromServer;
import io.blueflux.fleet.placement.RecordingResult;
import io.blueflux.model.Recording;
import io.blueflux.request.RecordingsQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The recordings of all servers. */
@RestController
@RequestMapping("/recordings")
class Recordings {
    private final FleetClient bbb;

    Recordings(FleetClient bbb) {
        this.bbb = bbb;
    }

    /**
     * A page of each server, together the newest first.
     *
     * @param unanswered the servers whose recordings are missing here
     */
    record Page(List<Row> recordings, List<String> unanswered) {}

    /** A recording. */
    record Row(
            @Nullable String id,
            String server,
            @Nullable String name,
            @Nullable Instant started,
            @Nullable String url) {
        static Row of(String server, Recording recording) {
            return new Row(
                    recording.recordId(),
                    server,
                    recording.name(),
                    recording.times().startTime(),
                    recording.playback().isEmpty()
                            ? null
                            : recording.playback().get(0).url());
        }
    }

    @GetMapping
    Mono<Page> recordings(
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String room) {
        RecordingsQuery.Builder query = RecordingsQuery.builder();
        if (room != null) {
            query.meetingIds(room);
        }
        return bbb.getRecordings(query.build().withPage(offset, limit))
                .collectList()
                .map(Recordings::page);
    }

    private static Page page(List<FromServer<Recording>> answers) {
        List<Row> rows = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        for (FromServer<Recording> answer : answers) {
            if (answer instanceof FromServer.Value<Recording> found) {
                rows.add(Row.of(found.server(), found.value()));
            } else {
                unanswered.add(answer.server());
            }
        }
        rows.sort(Comparator.comparing(Row::started, Comparator.nullsLast(Comparator.reverseOrder())));
        return new Page(rows, unanswered);
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> delete(@PathVariable String id) {
        return bbb.deleteRecordings(id)
                .collectList()
                .map(results -> ResponseEntity.status(status(results)).build());
    }

    private static HttpStatus status(List<RecordingResult> results) {
        if (results.stream().allMatch(RecordingResult.Done.class::isInstance)) {
            return HttpStatus.NO_CONTENT;
        }
        return results.stream().allMatch(RecordingResult.Absent.class::isInstance)
                ? HttpStatus.NOT_FOUND
                : HttpStatus.BAD_GATEWAY;
    }
}
