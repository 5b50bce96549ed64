// SPDX-License-Identifier: Apache-2.0
package io.blueflux.body;

import io.blueflux.parameter.ParameterRule;
import io.blueflux.value.WireText;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A slide deck for a meeting: fetched by the server from a URL, or sent along. Immutable.
 *
 * <p>The server tells the format by the extension of the name and skips a document without one; it does not report
 * documents that it cannot fetch or convert.
 */
public final class Document {
    private static final Pattern WITH_EXTENSION = Pattern.compile("(?s).*[^/]\\.[A-Za-z0-9]+");

    private final @Nullable String url;
    private final @Nullable String name;
    private final @Nullable BodySource content;
    private final Flags flags;

    private record Flags(
            @Nullable Boolean current,
            @Nullable Boolean downloadable,
            @Nullable Boolean removable) {
        static final Flags UNSET = new Flags(null, null, null);
    }

    private Document(@Nullable String url, @Nullable String name, @Nullable BodySource content, Flags flags) {
        this.url = url;
        this.name = name;
        this.content = content;
        this.flags = flags;
    }

    /**
     * Names a document that the server fetches; the name to show is taken from the URL.
     *
     * @param url where it is; servers take only https unless configured otherwise
     * @return the document
     * @throws IllegalArgumentException if this is no URL, or its path does not end in an extension such as {@code .pdf}
     */
    public static Document url(String url) {
        Objects.requireNonNull(url, "url");
        checkUrl(url);
        String hostAndPath = url.substring(url.indexOf("//") + 2, endOfPath(url));
        int path = hostAndPath.indexOf('/');
        requireExtension(path < 0 ? "" : hostAndPath.substring(path), "the URL's path");
        return new Document(url, null, null, Flags.UNSET);
    }

    /**
     * Names a document that the server fetches.
     *
     * @param url where it is; servers take only https unless configured otherwise
     * @param fileName the name to show, filename on the wire, with an extension
     * @return the document
     * @throws IllegalArgumentException if this is no URL, or the name has no extension
     */
    public static Document url(String url, String fileName) {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(fileName, "fileName");
        checkUrl(url);
        checkName(fileName);
        return new Document(url, fileName, null, Flags.UNSET);
    }

    /**
     * Sends a document along. Most servers take bodies of 1 to 2 MB, unless configured otherwise.
     *
     * @param name the name to show, {@code name}, with an extension
     * @param bytes the content, copied
     * @return the document
     * @throws IllegalArgumentException if there is no content, or the name has no extension
     */
    public static Document inline(String name, byte[] bytes) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
        checkName(name);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a document must not be empty");
        }
        return new Document(null, name, new BodySource.Memory(ByteBuffer.wrap(bytes.clone())), Flags.UNSET);
    }

    /**
     * Sends a file along, in constant memory. It is opened and read anew each time the request is sent, never before, and
     * off the event loop. A file that is missing, empty or unreadable, or that changes its size while it is sent, ends the
     * call in a {@code RequestBodyException}.
     *
     * @param name the name to show, {@code name}, with an extension
     * @param file where it is
     * @return the document
     * @throws IllegalArgumentException if the name has no extension
     */
    public static Document inline(String name, Path file) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        checkName(name);
        return new Document(null, name, new BodySource.File(file), Flags.UNSET);
    }

    /**
     * Sends along what a publisher brings, in constant memory. It is subscribed to each time the request is sent, never
     * before, and asked for a chunk when the socket has taken what came before; its buffers are handed over, it must not use
     * them again. A publisher that can be read only once must answer the second subscription with an error: a request with
     * it can be sent only once. Its error, and bytes more or fewer than {@code size}, end the call in a {@code
     * RequestBodyException}; the server never sees such a request as a whole one.
     *
     * @param name the name to show, {@code name}, with an extension
     * @param size how many bytes the publisher brings, at least 1
     * @param content the publisher; for one of Reactor's see {@code reactor.adapter.JdkFlowAdapter}
     * @return the document
     * @throws IllegalArgumentException if the size is not positive, or the name has no extension
     */
    public static Document inline(String name, long size, Flow.Publisher<ByteBuffer> content) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
        checkName(name);
        return new Document(null, name, new BodySource.Stream(size, content), Flags.UNSET);
    }

    /**
     * Sends along what a publisher brings, of a size that is not known before, in constant memory and read as {@link #inline(String,
     * long, Flow.Publisher)} says. The whole request then goes without {@code Content-Length}, in HTTP's chunks; a server or a
     * proxy that does not take that answers 411, and some proxies gather the request first. The publisher's error, no bytes at all,
     * and one more than {@code maxBytes} end the call in a {@code RequestBodyException}; the connection is cut before the last
     * chunk, so that the server never sees such a request as a whole one. As with a size, a request with it is not repeated by itself.
     *
     * @param name the name to show, {@code name}, with an extension
     * @param maxBytes how many bytes the publisher may bring, at least 1
     * @param content the publisher; for one of Reactor's see {@code reactor.adapter.JdkFlowAdapter}
     * @return the document
     * @throws IllegalArgumentException if the bound is not positive, or the name has no extension
     */
    public static Document streamed(String name, long maxBytes, Flow.Publisher<ByteBuffer> content) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
        checkName(name);
        return new Document(null, name, new BodySource.Unsized(maxBytes, content), Flags.UNSET);
    }

    /**
     * Says whether to show this document first; unless said, the first document is shown. Wire name {@code current}.
     *
     * @param current whether to show it
     * @return a copy
     */
    public Document withCurrent(boolean current) {
        return new Document(url, name, content, new Flags(current, flags.downloadable, flags.removable));
    }

    /**
     * Says whether users may download the document; false unless said. Wire name {@code downloadable}.
     *
     * @param downloadable whether they may
     * @return a copy
     */
    public Document withDownloadable(boolean downloadable) {
        return new Document(url, name, content, new Flags(flags.current, downloadable, flags.removable));
    }

    /**
     * Says whether the presenter may remove the document; true unless said. BBB 2.5 and later. Wire name
     * {@code removable}.
     *
     * @param removable whether they may
     * @return a copy
     */
    public Document withRemovable(boolean removable) {
        return new Document(url, name, content, new Flags(flags.current, flags.downloadable, removable));
    }

    /** Returns what is fetched or sent, without the query of a URL. */
    @Override
    public String toString() {
        if (url != null) {
            return url.substring(0, endOfPath(url));
        }
        OptionalLong size = content == null ? OptionalLong.empty() : content.size();
        return name + (size.isPresent() ? ", " + size.getAsLong() + " bytes" : "");
    }

    @Nullable
    String url() {
        return url;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    BodySource content() {
        return content;
    }

    @Nullable
    Boolean current() {
        return flags.current;
    }

    @Nullable
    Boolean downloadable() {
        return flags.downloadable;
    }

    @Nullable
    Boolean removable() {
        return flags.removable;
    }

    private static void checkUrl(String url) {
        WireText.check("url", url);
        if (!ParameterRule.HTTP_URL.allows(url)) {
            throw new IllegalArgumentException("a document's url must be " + ParameterRule.HTTP_URL.description());
        }
    }

    private static void checkName(String name) {
        WireText.check("name", name);
        requireExtension(name, "the name");
    }

    private static void requireExtension(String name, String what) {
        if (!WITH_EXTENSION.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " of a document must end in an extension such as .pdf: the server skips it otherwise");
        }
    }

    private static int endOfPath(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                return i;
            }
        }
        return url.length();
    }
}
