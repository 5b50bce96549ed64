// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells what is a secret by its name or by its form. The one rule for the table of parameters and for what has no type: elements
 * and JSON that Blueflux does not know.
 */
public final class Secrets {
    /** Whatever stands before: {@code attendeePW}, {@code session_token}, {@code moderator-pass}. */
    private static final List<String> ENDINGS = List.of(
            "pw",
            "pass",
            "passwd",
            "password",
            "passwords",
            "token",
            "tokens",
            "secret",
            "secrets",
            "checksum",
            "cookie",
            "cookies",
            "jsessionid",
            "jwt",
            "authorization",
            "credentials",
            "passcode",
            "passphrase",
            "apikey",
            "api_key",
            "api-key");

    /** By their last letter, for one of ASCII; few letters that are not ASCII have a small one that is. */
    private static final List<List<String>> BY_LAST = byLast();

    /** How many digits and brackets may stand behind: {@code token2}, {@code cookies[]}. */
    private static final int MARKS_BEHIND = 3;

    /** Addresses that only their owner and the server know. */
    private static final List<String> ADDRESSES = List.of(
            "href",
            "callbackURL",
            "callback-url",
            "callback_url",
            "meetingEndedURL",
            "meeting-ended-url",
            "meeting_ended_url");

    private Secrets() {}

    /**
     * Tells whether what has this name lets somebody in.
     *
     * @param name the name of a parameter, an element, an attribute or a member
     * @return true for passwords, tokens, checksums and cookies
     */
    public static boolean isCredential(String name) {
        return isCredential(name, name.length());
    }

    /**
     * Tells whether what has this name is confidential in an answer.
     *
     * @param name the name of an element, an attribute or a member
     * @return true for credentials, callbacks and addresses that work for whoever knows them
     */
    public static boolean isConfidential(String name) {
        return isCredential(name) || isAddress(name) || CallbackKey.of(name) != null;
    }

    private static boolean isAddress(String name) {
        for (String address : ADDRESSES) {
            if (address.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether a text may hold a secret by its form, be it a URL or a text with one in its middle.
     *
     * @param text any text
     * @return true for a URL with user information, a query that says more than which meeting it is, matrix parameters, a fragment of
     *     parameters or a path that names a secret; for a credential by its name, as in {@code token=…}; for a signed token
     */
    public static boolean mayBeIn(String text) {
        return TextSecrets.areIn(text);
    }

    /** Tells whether a text has the name of a credential right before a place in it. */
    static boolean isCredential(String text, int place) {
        return isCredential(text, 0, place);
    }

    /** Tells whether a part of a text, up to a place, is the name of a credential. */
    static boolean isCredential(String text, int from, int place) {
        int end = place;
        while (end > from && place - end < MARKS_BEHIND && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        if (end == from) {
            return false;
        }
        char last = text.charAt(end - 1);
        for (String ending : last < BY_LAST.size() ? BY_LAST.get(last) : ENDINGS) {
            int start = end - ending.length();
            if (start >= from
                    && mayEnd(text.charAt(end - 2), ending)
                    && text.regionMatches(true, start, ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a letter before the last may be this ending's: tells most that are not, without a loop. */
    private static boolean mayEnd(char beforeLast, String ending) {
        return beforeLast >= 128 || (beforeLast | 0x20) == ending.charAt(ending.length() - 2);
    }

    private static List<List<String>> byLast() {
        return IntStream.range(0, 128)
                .mapToObj(c -> ENDINGS.stream()
                        .filter(ending -> ending.charAt(ending.length() - 1) == Character.toLowerCase(c))
                        .toList())
                .toList();
    }
}
