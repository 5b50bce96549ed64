// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.input;

import java.nio.charset.StandardCharsets;

/** Writes elements into text. */
final class Markup {
    private final StringBuilder xml = new StringBuilder();
    private final String afterTag;

    /**
     * Begins an empty text.
     *
     * @param afterTag what follows each tag but a leaf's first
     */
    Markup(String afterTag) {
        this.afterTag = afterTag;
    }

    Markup open(String name) {
        xml.append('<').append(name).append('>').append(afterTag);
        return this;
    }

    Markup close(String name) {
        xml.append("</").append(name).append('>').append(afterTag);
        return this;
    }

    Markup leaf(String name, Object text) {
        xml.append('<').append(name).append('>').append(text);
        return close(name);
    }

    Markup raw(String text) {
        xml.append(text);
        return this;
    }

    /** Returns what was written since the last call, in UTF-8. */
    byte[] take() {
        byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        xml.setLength(0);
        return bytes;
    }
}
