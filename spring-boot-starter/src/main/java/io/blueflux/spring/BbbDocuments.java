// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.body.Document;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.util.unit.DataSize;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** Slides that come in as a browser sends them, and go out to a server as they come: at no time are they in memory as a whole. */
public final class BbbDocuments {
    private BbbDocuments() {}

    /**
     * Sends along a part of a multipart request. Its size is not known before its end, since browsers do not tell it.
     *
     * @param part the part; its file name is the document's, and must end in an extension such as {@code .pdf}
     * @param most how many bytes it may have. With one more the call ends in a {@code RequestBodyException}, as it does if the part is
     *     empty or the browser breaks off; the server never sees such a request as a whole one
     * @return the document, for one request that is sent once
     * @throws IllegalArgumentException if the name has no extension
     */
    public static Document of(FilePart part, DataSize most) {
        Objects.requireNonNull(part, "part");
        return of(part.filename(), part.content(), most);
    }

    /**
     * Sends along what a publisher of Spring's buffers brings, as a part's content or the body of a request.
     *
     * @param name the name to show, with an extension
     * @param content the bytes; each buffer is released when it has been copied
     * @param most how many bytes there may be, see {@link #of(FilePart, DataSize)}
     * @return the document; it can be sent as often as the publisher can be subscribed to
     * @throws IllegalArgumentException if the name has no extension
     */
    public static Document of(String name, Flux<DataBuffer> content, DataSize most) {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(most, "most");
        return Document.streamed(
                name,
                most.toBytes(),
                JdkFlowAdapter.publisherToFlowPublisher(
                        content.map(BbbDocuments::copied).doOnDiscard(DataBuffer.class, DataBufferUtils::release)));
    }

    private static ByteBuffer copied(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return ByteBuffer.wrap(bytes);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
