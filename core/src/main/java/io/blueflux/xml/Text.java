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
        reserve(count);
        System.arraycopy(source, start, chars, length, count);
        length += count;
    }

    /**
     * Starts anew with the text with which the bytes begin, until something follows that only the parser reads. Bytes of plain
     * ASCII are not copied: the text is to be read before they change.
     *
     * @param source whole characters that XML allows
     * @param stop what ends the text: the less-than sign, or the quote of an attribute's value
     * @return where it ends
     */
    int read(byte[] source, int from, int to, byte stop) {
        int end = stop == '<' ? PlainText.end(source, from, to) : PlainText.endOfValue(source, from, to);
        if (end < to && source[end] != stop) {
            return decode(source, from, end, to, stop);
        }
        ascii = source;
        offset = from;
        length = end - from;
        return end;
    }

    private int decode(byte[] source, int from, int plainEnd, int to, byte stop) {
        ascii = null;
        length = 0;
        for (int i = from; i < plainEnd; i++) {
            add((char) source[i]);
        }
        int at = plainEnd;
        while (at < to && source[at] != stop) {
            byte b = source[at];
            if (b < 0) {
                at = decodeCharacter(source, at);
            } else if (b == '&') {
                int end = Reference.end(source, at, to);
                if (end < 0) {
                    break;
                }
                add(Reference.value(source, at, end));
                at = end;
            } else if (PlainText.holds(b, stop) || isHarmless(source, at, to, stop)) {
                add((char) b);
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** The parser looks whether "]]>" is in a text; in a value, the other quote means nothing. */
    private static boolean isHarmless(byte[] source, int at, int to, byte stop) {
        return stop == '<'
                ? source[at] == ']' && at + 1 < to && source[at + 1] != ']'
                : source[at] == '"' || source[at] == '\'';
    }

    /** Returns where the character ends. */
    private int decodeCharacter(byte[] source, int at) {
        int first = source[at] & 0xFF;
        int second = source[at + 1] & 0x3F;
        if (first < 0xE0) {
            add((char) ((first & 0x1F) << 6 | second));
            return at + 2;
        }
        int third = source[at + 2] & 0x3F;
        if (first < 0xF0) {
            add((char) ((first & 0x0F) << 12 | second << 6 | third));
            return at + 3;
        }
        int point = (first & 0x07) << 18 | second << 12 | third << 6 | (source[at + 3] & 0x3F);
        add(Character.highSurrogate(point));
        add(Character.lowSurrogate(point));
        return at + 4;
    }

    private void add(char c) {
        reserve(1);
        chars[length++] = c;
    }

    private void reserve(int count) {
        if (count > chars.length - length) {
            chars = Arrays.copyOf(chars, Math.max(INITIAL_LENGTH, Math.max(chars.length * 2, length + count)));
        }
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
     * Reads a text that is nearly always the same.
     *
     * @param usual what it usually is
     * @return that very instance, or the text without the blanks around it; an empty one is absent
     */
    public @Nullable String textOrNull(String usual) {
        int start = start();
        return matches(usual, start, end(start)) ? usual : textOrNull();
    }

    /**
     * Reads a text of which many leaves have the same, so that they share one String.
     *
     * @return the text without the blanks around it; an empty one is absent
     */
    public @Nullable String sharedOrNull() {
        int start = start();
        int end = end(start);
        return start == end ? null : shared(start, end);
    }

    /** Returns all of the text, blanks included, likewise. */
    String shared() {
        return shared(0, length);
    }

    private String shared(int start, int end) {
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
     * Reads a text that came otherwise as a whole number of 32 bits.
     *
     * @param text the text
     * @return the number, or null if the text is none, or out of range
     */
    public static @Nullable Integer integer(String text) {
        int start = Blanks.start(text);
        Long number = Numbers.whole(text, start, Blanks.end(text, start));
        return number == null || number.intValue() != number ? null : (Integer) number.intValue();
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
}
