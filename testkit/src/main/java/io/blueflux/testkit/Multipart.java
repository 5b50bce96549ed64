// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads bodies of type {@code multipart/form-data}, in memory. */
final class Multipart {
    static final String TYPE = "multipart/form-data";

    private Multipart() {}

    /** Returns the bytes of the part named {@code file}. */
    static Optional<byte[]> file(RecordedRequest request, byte[] body) {
        return read(request.headers().getOrDefault("content-type", ""), body, Optional.empty(), parts -> {
            for (InterfaceHttpData part : parts) {
                if (part instanceof FileUpload upload && part.getName().equals("file")) {
                    return Optional.of(upload.get());
                }
            }
            return Optional.empty();
        });
    }

    /** Returns the texts of the parts that are not files. */
    static Map<String, String> texts(String contentType, byte[] body) {
        return read(contentType, body, Map.of(), parts -> {
            Map<String, String> found = new LinkedHashMap<>();
            for (InterfaceHttpData part : parts) {
                if (part instanceof Attribute attribute) {
                    found.putIfAbsent(part.getName(), attribute.getValue());
                }
            }
            return found;
        });
    }

    private interface Reading<T> {
        T from(List<InterfaceHttpData> parts) throws IOException;
    }

    /** Returns the last resort for a body that is not of this type. */
    private static <T> T read(String contentType, byte[] body, T none, Reading<T> reading) {
        if (!ContentType.bare(contentType).equals(TYPE)) {
            return none;
        }
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        try {
            HttpPostMultipartRequestDecoder decoder =
                    new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
            try {
                return reading.from(decoder.getBodyHttpDatas());
            } finally {
                decoder.destroy();
            }
        } catch (ErrorDataDecoderException e) {
            return none;
        } catch (IOException e) {
            throw new UncheckedIOException("parts in memory are readable", e);
        } finally {
            request.release();
        }
    }
}
