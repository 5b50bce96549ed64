// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.value.Flags;
import io.blueflux.value.Numbers;
import io.blueflux.value.Times;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of one leaf as it grows, read as what the leaf is. White space around it never counts: servers re-print files
 * with line breaks in them. A text that is not of the wanted kind counts as absent.
 */
public final class Text implements CharSequence {
    private static final int SHARED_LENGTH = 24;
    private static final int SHARED_SLOTS = 64;
    private static final int INITIAL_LENGTH = 64;
    private static final char[] NO_CHARS = {};
    private static final boolean[] PLAIN = plain();

    private char[] chars = NO_CHARS;
    private byte @Nullable [] ascii; // where the text stands if it is all ASCII, or null if it is in the characters
    private int offset;
    private int length;
    private @Nullable String @Nullable [] shared;

    /** Forgets the text. */
    public void clear() {
        ascii = null;
        length = 0;
    }

    @Override
    public int length() {
        return length;
    }

    boolean isBlank() {
        int start = start();
        return start == end(start);
    }

    void append(char[] source, int start, int count) {
        if (count > chars.length - length) {
            chars = Arrays.copyOf(chars, Math.max(INITIAL_LENGTH, Math.max(chars.length * 2, length + count)));
        }
        System.arraycopy(source, start, chars, length, count);
        length += count;
    }

    /**
     * Starts anew with the ASCII text, markup excepted, with which the bytes begin. They are not copied: the text is to be
     * read before they change.
     *
     * @return where it ends
     */
    int readPlain(byte[] source, int from, int to) {
        int end = from;
        while (end < to && isPlain(source[end])) {
            end++;
        }
        ascii = source;
        offset = from;
        length = end - from;
        return end;
    }

    /**
     * Appends to the text.
     *
     * @param text what follows
     */
    public void append(String text) {
        append(text.toCharArray(), 0, text.length());
    }

    /**
     * Reads a text.
     *
     * @return the text without the blanks around it; an empty one is empty
     */
    public String text() {
        int start = start();
        return string(start, end(start));
    }

    /**
     * Reads a text.
     *
     * @return the text without the blanks around it; an empty one is absent
     */
    public @Nullable String textOrNull() {
        int start = start();
        int end = end(start);
        return start == end ? null : string(start, end);
    }

    /**
     * Reads a text of which many leaves have the same, so that they share one String.
     *
     * @return the text without the blanks around it; an empty one is absent
     */
    public @Nullable String sharedOrNull() {
        int start = start();
        int end = end(start);
        if (start == end) {
            return null;
        }
        if (end - start > SHARED_LENGTH) {
            return string(start, end);
        }
        if (shared == null) {
            shared = new @Nullable String[SHARED_SLOTS];
        }
        int slot = hash(start, end) & (SHARED_SLOTS - 1);
        String known = shared[slot];
        if (known == null || !matches(known, start, end)) {
            known = string(start, end);
            shared[slot] = known;
        }
        return known;
    }

    /**
     * Reads a flag.
     *
     * @return the flag, or null if the text is none
     */
    public @Nullable Boolean bool() {
        int start = start();
        return Flags.flag(this, start, end(start));
    }

    /**
     * Reads whether a recording is published.
     *
     * @return the flag, or null if the text is none
     */
    public @Nullable Boolean published() {
        int start = start();
        return Flags.published(this, start, end(start));
    }

    /**
     * Reads a whole number of 32 bits.
     *
     * @return the number, or null if the text is none, or out of range
     */
    public @Nullable Integer integer() {
        Long number = number();
        return number == null || number.intValue() != number ? null : (Integer) number.intValue();
    }

    /**
     * Reads a whole number.
     *
     * @return the number, or null if the text is none
     */
    public @Nullable Long number() {
        int start = start();
        return Numbers.whole(this, start, end(start));
    }

    /**
     * Reads epoch milliseconds.
     *
     * @return the time, or null if the text is none
     */
    public @Nullable Instant instant() {
        return Times.instant(floor());
    }

    /**
     * Reads whole minutes.
     *
     * @return the duration, or null if the text is none
     */
    public @Nullable Duration minutes() {
        return Times.minutes(number());
    }

    /**
     * Reads milliseconds.
     *
     * @return the duration, or null if the text is none
     */
    public @Nullable Duration millis() {
        return Times.millis(floor());
    }

    private @Nullable Long floor() {
        int start = start();
        return Numbers.floor(this, start, end(start));
    }

    @Override
    public char charAt(int index) {
        return ascii == null ? chars[index] : (char) ascii[offset + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return string(start, end);
    }

    /** Returns all of the text, blanks included. */
    @Override
    public String toString() {
        return string(0, length);
    }

    private String string(int start, int end) {
        return ascii == null
                ? new String(chars, start, end - start)
                : new String(ascii, offset + start, end - start, StandardCharsets.ISO_8859_1);
    }

    private int start() {
        int start = 0;
        while (start < length && Blanks.is(charAt(start))) {
            start++;
        }
        return start;
    }

    private int end(int start) {
        int end = length;
        while (end > start && Blanks.is(charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int hash(int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + charAt(i);
        }
        return hash ^ hash >>> 12;
    }

    private boolean matches(String text, int start, int end) {
        if (text.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i - start) != charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(byte b) {
        return b >= 0 && PLAIN[b];
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        Arrays.fill(plain, ' ', 127, true);
        plain['\t'] = true;
        plain['\n'] = true;
        plain['<'] = false;
        plain['&'] = false;
        plain[']'] = false; // the parser looks whether "]]>" is there
        return plain;
    }
}
