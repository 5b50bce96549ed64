// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The attributes of a start tag, as far as reading them needs no parser: a few, of known names, each once. */
final class PlainAttributes implements Handler.Attributes {
    private static final int MOST = 4;

    private final @Nullable PlainTags[] names = new @Nullable PlainTags[MOST];
    private final String[] values = new String[MOST];
    private final Text value = new Text();
    private int count;

    /**
     * Reads what stands between an element's name and its content.
     *
     * @return where the content begins, or -1 if the parser is needed
     */
    int read(byte[] bytes, int from, int to) {
        count = 0;
        int at = from;
        while (at >= 0 && at < to && bytes[at] != '>') {
            int name = at;
            while (name < to && bytes[name] == ' ') {
                name++;
            }
            if (name == at || count == MOST) {
                return -1;
            }
            at = name < to && bytes[name] == '>' ? name : attribute(bytes, name, to);
        }
        return at >= 0 && at < to ? at + 1 : -1;
    }

    /** Returns where it ends, or -1. Its name is mostly that of the attribute at its place in the tag before. */
    private int attribute(byte[] bytes, int from, int to) {
        PlainTags likely = names[count];
        int start = likely == null ? -1 : likely.value(bytes, from, to);
        return likely != null && start >= 0 ? value(likely, bytes, start, to) : otherAttribute(bytes, from, to);
    }

    private int otherAttribute(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && FreeNames.mayHold(bytes[at])) {
            at++;
        }
        PlainTags known = at + 1 < to && bytes[at] == '=' ? PlainTags.of(bytes, from, at) : null;
        return known == null || (bytes[at + 1] != '"' && bytes[at + 1] != '\'') ? -1 : value(known, bytes, at + 2, to);
    }

    private int value(PlainTags name, byte[] bytes, int from, int to) {
        byte quote = bytes[from - 1];
        int end = value.read(bytes, from, to, quote);
        if (end == to || bytes[end] != quote || isThere(name)) {
            return -1;
        }
        names[count] = name;
        values[count] = value.shared();
        count++;
        return end + 1;
    }

    private boolean isThere(PlainTags name) {
        for (int i = 0; i < count; i++) {
            if (name.equals(names[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public String name(int index) {
        return Objects.requireNonNull(names[index]).name();
    }

    @Override
    public String value(int index) {
        return values[index];
    }
}
