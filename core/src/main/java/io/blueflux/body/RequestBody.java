// SPDX-License-Identifier: Apache-2.0
package io.blueflux.body;

import io.blueflux.value.WireText;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** The body of a POST; it is never part of the checksum. Immutable: it says where its bytes are, and reads none. */
public final class RequestBody {
    private final String contentType;
    private final List<BodySegment> segments;

    RequestBody(String contentType, List<BodySegment> segments) {
        this.contentType = contentType;
        this.segments = List.copyOf(segments);
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
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(bytes, "bytes");
        return of(contentType, new BodySource.Memory(ByteBuffer.wrap(bytes.clone())));
    }

    /**
     * Makes a body of a file, read as {@link Document#inline(String, Path)} says.
     *
     * @param contentType the media type; some servers refuse one with a charset
     * @param file where it is
     * @return the body
     * @throws IllegalArgumentException if the media type is not printable ASCII with a slash
     */
    public static RequestBody of(String contentType, Path file) {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(file, "file");
        return of(contentType, new BodySource.File(file));
    }

    /**
     * Makes the body by which create and insertDocument take documents.
     *
     * @param documents at least one; the order is kept
     * @return the documents as XML
     * @throws IllegalArgumentException if there is no document
     */
    public static RequestBody ofDocuments(List<Document> documents) {
        Objects.requireNonNull(documents, "documents");
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("a body of documents needs at least one document");
        }
        return DocumentsXml.body(documents, Map.of());
    }

    /**
     * Makes the body by which create takes documents and modules.
     *
     * @param documents documents, if any; the order is kept
     * @param modules texts by the names of their modules, if any; the order is kept
     * @return documents and modules as XML
     * @throws IllegalArgumentException naming a module that cannot be sent
     */
    public static RequestBody ofDocuments(List<Document> documents, Map<String, String> modules) {
        Objects.requireNonNull(documents, "documents");
        Objects.requireNonNull(modules, "modules");
        modules.forEach(WireText::check);
        return DocumentsXml.body(documents, modules);
    }

    /**
     * Makes the body by which putRecordingTextTrack takes captions.
     *
     * @param name the file's name
     * @param file where it is, read as {@link Document#inline(String, Path)} says
     * @return a multipart form with the file as its one part
     */
    public static RequestBody ofTextTrack(String name, Path file) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        return ofTextTrack(name, new BodySource.File(file));
    }

    /**
     * Makes the body by which putRecordingTextTrack takes captions.
     *
     * @param name the file's name
     * @param content where its bytes come from
     * @return a multipart form with the file as its one part
     */
    public static RequestBody ofTextTrack(String name, BodySource content) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
        WireText.check("name", name);
        return MultipartBody.of("file", name, content);
    }

    /**
     * Tells whether the content can be read again, so that it can be sent again.
     *
     * @return false if a publisher gives it, since some give it once
     */
    public boolean isRepeatable() {
        return segments.stream()
                .map(BodySegment::source)
                .noneMatch(source -> source instanceof BodySource.Stream || source instanceof BodySource.Unsized);
    }

    private static RequestBody of(String contentType, BodySource source) {
        Objects.requireNonNull(contentType, "contentType");
        if (!contentType.matches("[\\x21-\\x7E]+/[\\x20-\\x7E]+")) {
            throw new IllegalArgumentException("content type must be a media type such as application/xml");
        }
        return new RequestBody(contentType, List.of(new BodySegment("body", source, false)));
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
     * Returns the content.
     *
     * @return what is sent, one after the other
     */
    public List<BodySegment> segments() {
        return segments;
    }

    /** Returns type and size. */
    @Override
    public String toString() {
        boolean whole =
                segments.stream().allMatch(segment -> segment.source().size().isPresent());
        return contentType + ", " + (whole ? "" : "at least ") + knownLength() + " bytes";
    }

    private long knownLength() {
        long length = 0;
        for (BodySegment segment : segments) {
            OptionalLong size = segment.source().size();
            length += size.isPresent() ? segment.length(size.getAsLong()) : 0;
        }
        return length;
    }
}
