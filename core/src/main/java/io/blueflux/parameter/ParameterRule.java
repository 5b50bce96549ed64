// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import io.blueflux.json.JsonText;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the server accepts as a value (BBB API, "Common parameter handling"). */
@SuppressWarnings("ImmutableEnumChecker") // the predicates hold no state
public enum ParameterRule {
    /** Any text. */
    ANY("any text", value -> true),
    /** Some text. */
    NOT_EMPTY("at least 1 character", value -> !value.isBlank()),
    /** A meeting's name. */
    NAME("2 to 256 characters", value -> hasLength(value, 2, 256)),
    /** A user's name; the upper bound holds from BBB 4.0. */
    FULL_NAME("1 to 255 characters", value -> hasLength(value, 1, 255)),
    /** A name shown in the chat. */
    USER_NAME("at most 255 characters", value -> hasLength(value, 0, 255)),
    /** A message of the chat. */
    CHAT_MESSAGE("1 to 500 characters", value -> hasLength(value, 1, 500)),
    /** A meeting's ID. */
    MEETING_ID(
            "2 to 256 characters without comma and line break",
            value -> hasLength(value, 2, 256) && value.chars().noneMatch(c -> c == ',' || c < ' ')),
    /** A meeting's password. */
    PASSWORD("empty or 2 to 64 characters", value -> value.isEmpty() || hasLength(value, 2, 64)),
    /** Digits that are kept as they are. */
    DIGITS("digits only", matches("[0-9]+")),
    /** The server takes every other text for {@code false}. */
    TRUE_OR_FALSE("true or false", matches("true|false")),
    /** Zero or more. */
    WHOLE("a whole number from 0 to 2147483647", value -> isWhole(value, 0, Integer.MAX_VALUE)),
    /** One or more. */
    POSITIVE("a whole number from 1 to 2147483647", value -> isWhole(value, 1, Integer.MAX_VALUE)),
    /** The size of a page of recordings. */
    PAGE_SIZE("a whole number from 1 to 100", value -> isWhole(value, 1, 100)),
    /** A point of time. */
    EPOCH_MILLIS("milliseconds since 1970", value -> isWhole(value, 0, Long.MAX_VALUE)),
    /** An absolute web address, possibly with the server's {@code %%PLACEHOLDERS%%}. */
    HTTP_URL("a URL that starts with http:// or https:// and holds no blanks", matches("(?i)https?://\\S+")),
    /** A web address that a server can call with a checksum: it is not sent behind a fragment, and only one is read. */
    CALLBACK_URL(
            "a URL that starts with http:// or https://, names a host and holds no blanks, no fragment and no parameter"
                    + " checksum of its own",
            CallbackUrl::isCallable),
    /** An absolute web address with TLS. */
    HTTPS_URL("a URL that starts with https:// and holds no blanks", matches("(?i)https://\\S+")),
    /** A colour. */
    COLOUR("a colour of the form #RRGGBB", matches("#[0-9a-fA-F]{6}")),
    /** Well-formed JSON of either kind. */
    JSON("a JSON array or object", value -> JsonText.isArray(value) || JsonText.isObject(value)),
    /** A well-formed JSON array. */
    JSON_ARRAY("a JSON array", JsonText::isArray),
    /** A well-formed JSON object. */
    JSON_OBJECT("a JSON object", JsonText::isObject),
    /** One word. */
    WORD("one word without blanks and commas", matches("[^\\s,]+")),
    /** Words separated by commas; the server does not trim them. */
    WORDS("words separated by commas, without blanks", value -> isWords(value) && isItems(value)),
    /** Items separated by commas. */
    ITEMS("one or more items separated by commas, none of them empty", value -> isItems(value)),
    /** Nothing that a caller may set. */
    SIGNATURE_ONLY("left to the signature", value -> false);

    private final String description;
    private final Predicate<String> rule;

    ParameterRule(String description, Predicate<String> rule) {
        this.description = description;
        this.rule = rule;
    }

    /**
     * Says what is accepted.
     *
     * @return words that follow "must be", for example {@code 2 to 256 characters}
     */
    public String description() {
        return description;
    }

    /**
     * Tells whether a value is accepted.
     *
     * @param value the value before any encoding
     * @return whether it keeps the rule
     */
    public boolean allows(String value) {
        Objects.requireNonNull(value, "value");
        return rule.test(value);
    }

    private static Predicate<String> matches(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    // the server trims first and counts UTF-16 units
    private static boolean hasLength(String value, int least, int most) {
        int length = value.strip().length();
        return length >= least && length <= most;
    }

    private static boolean isWhole(String value, long least, long most) {
        if (value.isEmpty() || value.length() > 19 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        try {
            long number = Long.parseLong(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) { // 19 digits above Long.MAX_VALUE
            return false;
        }
    }

    private static boolean isWords(String value) {
        return value.chars().noneMatch(Character::isWhitespace);
    }

    private static boolean isItems(String value) {
        for (String item : value.split(",", -1)) {
            if (item.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
