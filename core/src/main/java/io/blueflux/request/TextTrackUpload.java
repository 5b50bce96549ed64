// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.body.BodySource;
import io.blueflux.body.Document;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Adds captions in WebVTT or SubRip to a recording (BBB API, "putRecordingTextTrack"); the server queues them. The file is
 * sent in constant memory. Immutable.
 */
public final class TextTrackUpload extends UploadRequest {
    private TextTrackUpload(RequestParameters parameters, RequestBody body) {
        super(ApiCall.PUT_RECORDING_TEXT_TRACK, parameters, body);
    }

    /**
     * Begins an upload with what the server demands beside the file.
     *
     * @param recordId the recording, recordID on the wire
     * @param kind what the track is for, {@code kind}
     * @param language a language, lang on the wire: {@code en}, or with a region {@code en_US}; BBB 2.5 refuses {@code en-US}
     *     as {@code invalidLang}, although it answers with such tags
     * @return a builder
     * @throws IllegalArgumentException naming the parameter and the rule it breaks
     */
    public static Builder builder(String recordId, TextTrackKind kind, String language) {
        Objects.requireNonNull(kind, "kind");
        return new Builder(recordId, kind, language);
    }

    /** Collects what is sent. Not for use by several threads. */
    public static final class Builder extends Setters<Builder> {
        private @Nullable RequestBody body;

        private Builder(String recordId, TextTrackKind kind, String language) {
            super(RequestParameters.builder());
            put(Parameter.RECORD_ID, recordId);
            put(Parameter.KIND, kind.text());
            put(Parameter.LANG, language);
        }

        /**
         * Sets what viewers choose the track by; the language's name unless said. Wire name {@code label}.
         *
         * @param text the label
         * @return this builder
         */
        public Builder label(String text) {
            return put(Parameter.LABEL, text);
        }

        /**
         * Sets the content.
         *
         * @param name the file's name
         * @param bytes the content, copied; not empty
         * @return this builder
         */
        public Builder file(String name, byte[] bytes) {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(bytes, "bytes");
            if (bytes.length == 0) {
                throw new IllegalArgumentException("a text track must not be empty");
            }
            return content(name, new BodySource.Memory(ByteBuffer.wrap(bytes.clone())));
        }

        /**
         * Sets the content: a file, read as {@link Document#inline(String, Path)} says.
         *
         * @param name the file's name
         * @param file where it is
         * @return this builder
         */
        public Builder file(String name, Path file) {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(file, "file");
            return content(name, new BodySource.File(file));
        }

        /**
         * Sets the content: a publisher, read as {@link Document#inline(String, long, Flow.Publisher)} says.
         *
         * @param name the file's name
         * @param size how many bytes the publisher brings, at least 1
         * @param content the publisher
         * @return this builder
         */
        public Builder file(String name, long size, Flow.Publisher<ByteBuffer> content) {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(content, "content");
            return content(name, new BodySource.Stream(size, content));
        }

        /**
         * Sets the content: a publisher of a size that is not known before, read as {@link Document#streamed} says.
         *
         * @param name the file's name
         * @param maxBytes how many bytes the publisher may bring, at least 1
         * @param content the publisher
         * @return this builder
         */
        public Builder streamed(String name, long maxBytes, Flow.Publisher<ByteBuffer> content) {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(content, "content");
            return content(name, new BodySource.Unsized(maxBytes, content));
        }

        /**
         * Builds the request.
         *
         * @return an immutable request
         * @throws IllegalArgumentException if no file was set
         */
        public TextTrackUpload build() {
            if (body == null) {
                throw new IllegalArgumentException("a text track needs a file");
            }
            return new TextTrackUpload(sink.build(), body);
        }

        private Builder content(String name, BodySource source) {
            body = RequestBody.ofTextTrack(name, source);
            return this;
        }
    }
}
