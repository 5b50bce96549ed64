// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.body.BodySegment;
import io.blueflux.body.BodySource;
import io.blueflux.body.RequestBody;
import io.blueflux.error.CallSite;
import io.blueflux.error.RequestBodyException;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/**
 * The body of one request on its way: the sizes that can be known are, the bytes are read as the socket takes them. The transport asks
 * for {@code reactor.netty.send.maxPrefetchSize} (128) slices ahead, which bounds what is held in memory.
 */
final class BodyOfRequest {
    /** Whole groups of Base64; becomes 16 KiB on the wire. */
    private static final int SLICE = 12 << 10;

    private static final int FILE_CHUNK = 4 * SLICE;

    private final CallSite site;
    private final RequestBody body;
    /** Of each segment its size, or the bound of what has none. */
    private final List<Long> sizes;

    private BodyOfRequest(CallSite site, RequestBody body, List<Long> sizes) {
        this.site = site;
        this.body = body;
        this.sizes = sizes;
    }

    /** Finds out the sizes; those of files off the event loop. */
    static Mono<BodyOfRequest> of(CallSite site, RequestBody body) {
        Mono<BodyOfRequest> upload = Flux.fromIterable(body.segments())
                .map(segment -> size(site, segment))
                .collectList()
                .map(sizes -> new BodyOfRequest(site, body, sizes));
        boolean asksFiles = body.segments().stream().anyMatch(segment -> segment.source() instanceof BodySource.File);
        return asksFiles ? upload.subscribeOn(Schedulers.boundedElastic()) : upload;
    }

    String contentType() {
        return body.contentType();
    }

    /** Returns how many bytes are sent; empty if nobody knows before. */
    OptionalLong length() {
        if (!body.segments().stream().allMatch(BodyOfRequest::isSized)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(IntStream.range(0, sizes.size())
                .mapToLong(i -> body.segments().get(i).length(sizes.get(i)))
                .sum());
    }

    private static boolean isSized(BodySegment segment) {
        return !(segment.source() instanceof BodySource.Unsized);
    }

    /** Returns what is sent: buffers on the heap, which need no release. */
    Flux<ByteBuf> content() {
        return Flux.range(0, sizes.size())
                .concatMap(i -> encoded(body.segments().get(i), sizes.get(i)), 0);
    }

    private Flux<ByteBuf> encoded(BodySegment segment, long size) {
        return Flux.defer(() -> {
            BodySegmentEncoder encoder = new BodySegmentEncoder(site, segment, size, isSized(segment));
            return read(segment.source())
                    .concatMapIterable(BodyOfRequest::slices, 1)
                    .onErrorMap(error -> unreadable(site, segment, error))
                    .map(encoder::encode)
                    .concatWith(Mono.fromSupplier(encoder::finish))
                    .filter(ByteBuf::isReadable);
        });
    }

    private static Flux<ByteBuffer> read(BodySource source) {
        if (source instanceof BodySource.File file) {
            return read(file.path());
        }
        if (source instanceof BodySource.Stream stream) {
            return read(stream.publisher());
        }
        return source instanceof BodySource.Unsized unsized
                ? read(unsized.publisher())
                : Flux.just(((BodySource.Memory) source).bytes());
    }

    private static Flux<ByteBuffer> read(Flow.Publisher<ByteBuffer> publisher) {
        return Guarded.flux(JdkFlowAdapter.flowPublisherToFlux(publisher));
    }

    /** Opens, reads and closes a file on a thread that may block; a cancelled one is closed there too. */
    private static Flux<ByteBuffer> read(Path file) {
        return Flux.generate(() -> Files.newInputStream(file), BodyOfRequest::readChunk, BodyOfRequest::close)
                .subscribeOn(Schedulers.boundedElastic())
                .cancelOn(Schedulers.boundedElastic());
    }

    private static InputStream readChunk(InputStream in, SynchronousSink<ByteBuffer> sink) {
        try {
            byte[] chunk = in.readNBytes(FILE_CHUNK);
            if (chunk.length == 0) {
                sink.complete();
            } else {
                sink.next(ByteBuffer.wrap(chunk));
            }
        } catch (IOException e) {
            sink.error(e);
        }
        return in;
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts a chunk of any size without copying it. */
    private static Iterable<ByteBuffer> slices(ByteBuffer chunk) {
        int start = chunk.position();
        int length = chunk.remaining();
        return () -> IntStream.iterate(0, offset -> offset < length, offset -> offset + SLICE)
                .mapToObj(offset -> chunk.slice(start + offset, Math.min(SLICE, length - offset)))
                .iterator();
    }

    private static long size(CallSite site, BodySegment segment) {
        if (segment.source() instanceof BodySource.Unsized unsized) {
            return unsized.maxBytes();
        }
        if (!(segment.source() instanceof BodySource.File file)) {
            return segment.source().size().orElseThrow();
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            if (!attributes.isRegularFile() || attributes.size() == 0) {
                throw new RequestBodyException(site, segment.name(), "is no regular file, or an empty one", null);
            }
            return attributes.size();
        } catch (IOException e) {
            throw unreadable(site, segment, e);
        }
    }

    private static RequestBodyException unreadable(CallSite site, BodySegment segment, Throwable error) {
        return new RequestBodyException(site, segment.name(), problem(error), error);
    }

    private static String problem(Throwable error) {
        if (error instanceof NoSuchFileException) {
            return "is no file any more, or never was";
        }
        return error instanceof AccessDeniedException ? "may not be read" : "could not be read";
    }
}
