// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;

/** The whole fleet: its picture, and how it changes. */
@RestController
class FleetPages {
    private static final String STREAM = "/api/stream";

    /** A browser that does not read costs its connection's buffers. */
    private static final int MOST_STREAMS = 100;

    private final Board board;
    private final PictureJson json;
    private final AtomicInteger streams = new AtomicInteger();

    FleetPages(Board board, PictureJson json) {
        this.board = board;
        this.json = json;
    }

    @GetMapping(path = "/api/fleet", produces = MediaType.APPLICATION_JSON_VALUE)
    String fleet() {
        return json.whole(board.picture());
    }

    /**
     * Streams what changes, in messages of a second's changes each; at once the first, be there any or not.
     *
     * @param last the id of the last message of a stream that broke
     * @param after the id of the picture that the browser fetched
     */
    @GetMapping(path = STREAM, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<String>>> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after) {
        if (streams.get() >= MOST_STREAMS) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "There are " + MOST_STREAMS + " streams already.");
        }
        return live().body(Flux.defer(() -> {
            AtomicReference<@Nullable String> had = new AtomicReference<>(last == null ? after : last);
            streams.incrementAndGet();
            return board.pictures()
                    .map(picture -> json.message(picture, had.getAndSet(picture.id())))
                    .doFinally(end -> streams.decrementAndGet());
        }));
    }

    /** A HEAD of the stream would never end. */
    @RequestMapping(path = STREAM, method = RequestMethod.HEAD)
    ResponseEntity<Void> headOfStream() {
        return live().build();
    }

    private static ResponseEntity.BodyBuilder live() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no"); // proxies must not collect messages
    }
}
