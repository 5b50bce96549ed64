// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.input;

import java.nio.charset.StandardCharsets;

/** Writes elements into text. Not thread-safe. */
public final class Markup {
    private final StringBuilder xml = new StringBuilder();
    private final String afterTag;

    /**
     * Begins an empty text.
     *
     * @param afterTag what follows each tag but a leaf's first
     */
    public Markup(String afterTag) {
        this.afterTag = afterTag;
    }

    /**
     * Writes a start tag.
     *
     * @param name the element
     * @return this
     */
    public Markup open(String name) {
        xml.append('<').append(name).append('>').append(afterTag);
        return this;
    }

    /**
     * Writes an end tag.
     *
     * @param name the element
     * @return this
     */
    public Markup close(String name) {
        xml.append("</").append(name).append('>').append(afterTag);
        return this;
    }

    /**
     * Writes an element that has text alone.
     *
     * @param name the element
     * @param text its text, as it is
     * @return this
     */
    public Markup leaf(String name, Object text) {
        xml.append('<').append(name).append('>').append(text);
        return close(name);
    }

    Markup raw(String text) {
        xml.append(text);
        return this;
    }

    /**
     * Takes what was written since the last call.
     *
     * @return the text, in UTF-8
     */
    public byte[] take() {
        byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        xml.setLength(0);
        return bytes;
    }
}
