// SPDX-License-Identifier: Apache-2.0
package io.blueflux.body;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Flow;

/** Where the bytes of a body come from. Nothing is read before the request is sent. */
public sealed interface BodySource {

    /**
     * Returns how many bytes there are, as far as that is known without asking the file system.
     *
     * @return the number of bytes; empty for a file, and where nobody knows
     */
    OptionalLong size();

    /**
     * Bytes in memory.
     *
     * @param bytes all of them, read-only
     */
    record Memory(ByteBuffer bytes) implements BodySource {

        /** Keeps a read-only view. */
        public Memory {
            Objects.requireNonNull(bytes, "bytes");
            bytes = bytes.asReadOnlyBuffer();
        }

        /** Returns a view of its own each time. */
        @Override
        public ByteBuffer bytes() {
            return bytes.duplicate();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(bytes.remaining());
        }
    }

    /**
     * A file; its size is asked for, and it is read, each time the request is sent.
     *
     * @param path where it is
     */
    record File(Path path) implements BodySource {
        /** Refuses what is missing. */
        public File {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }
    }

    /**
     * Bytes that a publisher of the caller's brings, in as many chunks as it likes; it is subscribed to each time the request
     * is sent.
     *
     * @param bytes how many it brings in all, neither more nor less
     * @param publisher the publisher; it hands its buffers over
     */
    record Stream(long bytes, Flow.Publisher<ByteBuffer> publisher) implements BodySource {

        /** Refuses what cannot be a size. */
        public Stream {
            Objects.requireNonNull(publisher, "publisher");
            if (bytes < 1) {
                throw new IllegalArgumentException(
                        "the size of a publisher's content must be at least 1, not " + bytes);
            }
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(bytes);
        }

        /** Returns the size. */
        @Override
        public String toString() {
            return bytes + " bytes";
        }
    }

    /**
     * Bytes that a publisher of the caller's brings, of which nobody knows how many they will be; a body with such bytes is sent
     * in HTTP's chunks, without a length. The publisher is subscribed to each time the request is sent.
     *
     * @param maxBytes how many it may bring at most; at least 1 must come
     * @param publisher the publisher; it hands its buffers over
     */
    record Unsized(long maxBytes, Flow.Publisher<ByteBuffer> publisher) implements BodySource {

        /** Refuses what cannot be a bound. */
        public Unsized {
            Objects.requireNonNull(publisher, "publisher");
            if (maxBytes < 1) {
                throw new IllegalArgumentException(
                        "maxBytes of a publisher's content must be at least 1, not " + maxBytes);
            }
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        /** Returns the bound. */
        @Override
        public String toString() {
            return "at most " + maxBytes + " bytes";
        }
    }
}
