// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.BbbServer;
import io.blueflux.body.Document;
import io.blueflux.request.CreateRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** Run in a JVM of its own with a small heap: creates a meeting with a large document, and prints the heap it took. */
final class UploadProof {
    static final int CHUNK = 100_000;
    static final int CHUNKS = 500;
    static final int MANY_CHUNKS = 2_000;

    private UploadProof() {}

    /** Takes the server's URL, and a file or the word {@code publisher} or {@code streamed}. */
    public static void main(String[] args) {
        BbbClient client = BbbClient.create(BbbServer.of(args[0], "shared-secret-1"));
        Document document = switch (args[1]) {
            case "publisher" -> Document.inline("deck.pdf", (long) CHUNK * CHUNKS, content(CHUNKS));
            case "streamed" -> Document.streamed("deck.pdf", (long) CHUNK * MANY_CHUNKS, content(MANY_CHUNKS));
            default -> Document.inline("deck.pdf", Path.of(args[1]));
        };
        client.create(CreateRequest.builder("room-1", "Room").document(document).build())
                .block();
        client.disposeLater().block();
        System.out.println("peak heap " + peakHeap() / 1024 + " KiB of "
                + Runtime.getRuntime().maxMemory() / 1024);
    }

    /** The same bytes in every JVM. */
    private static Flow.Publisher<ByteBuffer> content(int chunks) {
        return JdkFlowAdapter.publisherToFlowPublisher(Flux.range(0, chunks).map(UploadProof::chunk));
    }

    static ByteBuffer chunk(int number) {
        byte[] bytes = new byte[CHUNK];
        new Random(number).nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static long peakHeap() {
        return Stream.of(ManagementFactory.getMemoryPoolMXBeans().toArray(new MemoryPoolMXBean[0]))
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
