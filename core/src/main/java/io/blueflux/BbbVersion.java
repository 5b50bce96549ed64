// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A release of BBB, for example {@code 2.6.18}, {@code 3.0.25-1} or {@code 3.0.0-beta.4}. Immutable.
 *
 * <p>Ordered as releases are: missing numbers count as 0, so {@code 2.0} equals {@code 2.0.0}. A number after the hyphen is
 * a package's build and comes after the release, a word ({@code alpha}, {@code beta}, {@code rc}) is a preview and comes
 * before it. Versions that compare as equal are equal, whatever their texts.
 */
public final class BbbVersion implements Comparable<BbbVersion> {
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile(
            "[vV]?(\\d{1,9}(?:\\.\\d{1,9})*)(?:[-+.~_ ]([0-9A-Za-z][0-9A-Za-z.+~_-]*)|([A-Za-z][0-9A-Za-z.+~_-]*))?");
    private static final Pattern PART = Pattern.compile("\\d+|[a-z]+");

    private final String text;
    private final List<Integer> numbers;
    private final List<String> suffix;

    private BbbVersion(String text, List<Integer> numbers, List<String> suffix) {
        this.text = text;
        this.numbers = numbers;
        this.suffix = suffix;
    }

    /**
     * Reads a version.
     *
     * @param text as a server or a user writes it; blanks around it and a leading {@code v} are ignored
     * @return the version
     * @throws IllegalArgumentException if it does not begin with a number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BbbVersion of(String text) {
        Objects.requireNonNull(text, "text");
        BbbVersion version = parse(text);
        if (version == null) {
            throw new IllegalArgumentException("a version must be like 2.6.18, 3.0.25-1 or 3.0.0-beta.4");
        }
        return version;
    }

    /**
     * Reads what may be a version, for example what a server sent.
     *
     * @param text any text, or null
     * @return the version, or null if it is none
     */
    public static @Nullable BbbVersion parse(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        Matcher matcher = FORM.matcher(stripped);
        if (stripped.length() > LONGEST || !matcher.matches()) {
            return null;
        }
        return new BbbVersion(
                stripped,
                numbers(matcher.group(1)),
                parts(matcher.group(2) == null ? matcher.group(3) : matcher.group(2)));
    }

    /**
     * Tells whether this release is another or comes after it.
     *
     * @param other the other release
     * @return whether what came with the other is in this one
     */
    public boolean isAtLeast(BbbVersion other) {
        Objects.requireNonNull(other, "other");
        return compareTo(other) >= 0;
    }

    /**
     * Tells whether this release is another or comes after it.
     *
     * @param other the other release, for example {@code 2.5}
     * @return whether what came with the other is in this one
     * @throws IllegalArgumentException if it does not begin with a number
     */
    public boolean isAtLeast(String other) {
        Objects.requireNonNull(other, "other");
        return isAtLeast(of(other));
    }

    /** Orders by release. */
    @Override
    public int compareTo(BbbVersion other) {
        Objects.requireNonNull(other, "other");
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(at(numbers, i), at(other.numbers, i));
            if (order != 0) {
                return order;
            }
        }
        return compareSuffixes(suffix, other.suffix);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BbbVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * numbers.hashCode() + suffix.hashCode();
    }

    /** Returns the text as it was given, without blanks around it. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    private static int at(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    /** Zeros at the end are left out, so that equal versions have equal numbers. */
    private static List<Integer> numbers(String dotted) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : dotted.split("\\.", -1)) {
            numbers.add(Integer.valueOf(number));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1) == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return Collections.unmodifiableList(numbers);
    }

    private static List<String> parts(@Nullable String suffix) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(suffix == null ? "" : suffix.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String part = matcher.group();
            parts.add(isNumber(part) ? new BigInteger(part).toString() : part);
        }
        return Collections.unmodifiableList(parts);
    }

    private static int compareSuffixes(List<String> a, List<String> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int order = comparePart(i < a.size() ? a.get(i) : "", i < b.size() ? b.get(i) : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** A word comes before nothing, and nothing before a number. */
    private static int comparePart(String a, String b) {
        int order = Integer.compare(rank(a), rank(b));
        if (order != 0) {
            return order;
        }
        return isNumber(a) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static int rank(String part) {
        if (part.isEmpty()) {
            return 1;
        }
        return isNumber(part) ? 2 : 0;
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && Character.isDigit(part.charAt(0));
    }
}
