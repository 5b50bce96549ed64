// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import java.nio.ByteBuffer;

/** The body of a POST; it is never part of the checksum. Immutable. */
public final class RequestBody {
    private final String contentType;
    private final byte[] bytes;

    private RequestBody(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /**
     * Makes a body of bytes.
     *
     * @param contentType the media type; some servers refuse one with a charset
     * @param bytes the content, copied
     * @return the body
     * @throws IllegalArgumentException if the media type is not printable ASCII with a slash
     */
    public static RequestBody of(String contentType, byte[] bytes) {
        if (!contentType.matches("[\\x21-\\x7E]+/[\\x20-\\x7E]+")) {
            throw new IllegalArgumentException("content type must be a media type such as application/xml");
        }
        return new RequestBody(contentType, bytes.clone());
    }

    /** Takes over an array that nobody else holds. */
    static RequestBody owning(String contentType, byte[] bytes) {
        return new RequestBody(contentType, bytes);
    }

    /**
     * Returns the media type.
     *
     * @return for example {@code application/xml}
     */
    public String contentType() {
        return contentType;
    }

    /**
     * Returns the size.
     *
     * @return the number of bytes
     */
    public long length() {
        return bytes.length;
    }

    /**
     * Returns the content.
     *
     * @return a new read-only view of all bytes
     */
    public ByteBuffer content() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Returns type and size. */
    @Override
    public String toString() {
        return contentType + ", " + bytes.length + " bytes";
    }
}
