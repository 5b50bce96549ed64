// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

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
    private final byte[] bytes;
    private final Flags flags;

    private record Flags(
            @Nullable Boolean current,
            @Nullable Boolean downloadable,
            @Nullable Boolean removable) {
        static final Flags UNSET = new Flags(null, null, null);
    }

    private Document(@Nullable String url, @Nullable String name, byte[] bytes, Flags flags) {
        this.url = url;
        this.name = name;
        this.bytes = bytes;
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
        checkUrl(url);
        String hostAndPath = url.substring(url.indexOf("//") + 2, endOfPath(url));
        int path = hostAndPath.indexOf('/');
        requireExtension(path < 0 ? "" : hostAndPath.substring(path), "the URL's path");
        return new Document(url, null, new byte[0], Flags.UNSET);
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
        checkUrl(url);
        checkName(fileName);
        return new Document(url, fileName, new byte[0], Flags.UNSET);
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
        checkName(name);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a document must not be empty");
        }
        return new Document(null, name, bytes.clone(), Flags.UNSET);
    }

    /**
     * Says whether to show this document first; unless said, the first document is shown. Wire name {@code current}.
     *
     * @param current whether to show it
     * @return a copy
     */
    public Document withCurrent(boolean current) {
        return new Document(url, name, bytes, new Flags(current, flags.downloadable, flags.removable));
    }

    /**
     * Says whether users may download the document; false unless said. Wire name {@code downloadable}.
     *
     * @param downloadable whether they may
     * @return a copy
     */
    public Document withDownloadable(boolean downloadable) {
        return new Document(url, name, bytes, new Flags(flags.current, downloadable, flags.removable));
    }

    /**
     * Says whether the presenter may remove the document; true unless said. BBB 2.5 and later. Wire name
     * {@code removable}.
     *
     * @param removable whether they may
     * @return a copy
     */
    public Document withRemovable(boolean removable) {
        return new Document(url, name, bytes, new Flags(flags.current, flags.downloadable, removable));
    }

    /** Returns what is fetched or sent, without the query of a URL. */
    @Override
    public String toString() {
        return url == null ? name + ", " + bytes.length + " bytes" : url.substring(0, endOfPath(url));
    }

    @Nullable
    String url() {
        return url;
    }

    @Nullable
    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
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
