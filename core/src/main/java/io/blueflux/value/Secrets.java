// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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
            "cookies");

    /** Addresses that only their owner and the server know. */
    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "callbackURL",
            "callback-url",
            "callback_url",
            "meetingEndedURL",
            "meeting-ended-url",
            "meeting_ended_url");

    /** How servers before 2.3 name the recording to play: it is in the answer anyway. */
    private static final Pattern MEETING_ID = Pattern.compile("(?i)meetingId=[^&#]*");

    private static final int LONGEST_SCHEME = 12;

    private Secrets() {}

    /**
     * Tells whether what has this name lets somebody in.
     *
     * @param name the name of a parameter, an element, an attribute or a member
     * @return true for passwords, tokens, checksums and cookies
     */
    public static boolean isCredential(String name) {
        return ENDINGS.stream().anyMatch(ending -> endsWith(name, ending));
    }

    /**
     * Tells whether what has this name is confidential in an answer.
     *
     * @param name the name of an element, an attribute or a member
     * @return true for credentials, callbacks and addresses that work for whoever knows them
     */
    public static boolean isConfidential(String name) {
        return isCredential(name)
                || ADDRESSES.stream().anyMatch(name::equalsIgnoreCase)
                || CallbackKey.of(name) != null;
    }

    /**
     * Tells whether a text is a URL that may hold a secret.
     *
     * @param text any text
     * @return true for a URL with user information, a fragment of parameters, or a query that says more than which meeting it is
     */
    public static boolean isUrl(String text) {
        int query = text.indexOf('?');
        int fragment = text.indexOf('#');
        if (query < 0 && fragment < 0 && text.indexOf('@') < 0) {
            return false; // most texts
        }
        int scheme = text.indexOf("://");
        boolean hasScheme = scheme > 0 && scheme < LONGEST_SCHEME;
        if (!(hasScheme || text.startsWith("/")) || text.chars().anyMatch(Character::isWhitespace)) {
            return false;
        }
        return hasUser(text, hasScheme ? scheme + 3 : 0)
                || (fragment >= 0 && text.indexOf('=', fragment) > 0)
                || saysMoreThanTheMeeting(
                        text.substring(query + 1, fragment > query ? fragment : text.length()), query);
    }

    private static boolean hasUser(String url, int authority) {
        int user = url.indexOf('@', authority);
        return user >= 0 && url.substring(authority, user).chars().noneMatch(c -> c == '/' || c == '?' || c == '#');
    }

    private static boolean saysMoreThanTheMeeting(String query, int mark) {
        return mark >= 0 && !query.isEmpty() && !MEETING_ID.matcher(query).matches();
    }

    private static boolean endsWith(String name, String ending) {
        return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
    }
}
