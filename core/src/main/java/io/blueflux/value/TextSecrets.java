// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds secrets in a text by their form. In doubt it finds one, since what is hidden can still be revealed. Takes linear time on any
 * text.
 */
final class TextSecrets {
    /** Whoever encodes more often than this hides from us, and from the server that is to understand it. */
    private static final int DECODINGS = 3;

    /** Without one of these there is neither a URL that tells something nor a name with a value. */
    private static final String SIGNS = "?#@;=/:%.\\";

    /** Those of them that mean nothing but a path. */
    private static final String PLAIN_SIGNS = "/:.";

    private static final int PLAIN_SIGN = 1;
    private static final int SIGN = 2;
    private static final int OTHER = 4; // neither one nor a letter, a digit or a hyphen
    private static final byte[] KINDS = kinds();

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"'`<>]+");

    /** How servers before 2.3 name the recording to play: it is in the answer anyway. */
    private static final Pattern MEETING_ID = Pattern.compile("(?i)meetingId=[\\w.~-]*+");

    private static final Pattern SIGNED_TOKEN = Pattern.compile("(?<![\\w-])eyJ[\\w-]++\\.eyJ[\\w-]++\\.");

    /** The segments that follow these are as good as a token. */
    private static final List<String> TELLING_SEGMENTS = List.of("learning-dashboard", "learning-analytics-dashboard");

    private TextSecrets() {}

    static boolean areIn(String text) {
        int kinds = 0;
        for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) { // faster than its characters; others become a sign
            kinds |= KINDS[b & 0xFF];
        }
        if ((kinds & (PLAIN_SIGN | SIGN)) == 0) {
            return false; // most texts
        }
        return kinds == PLAIN_SIGN ? isInPlain(text) : isInAny(text);
    }

    /** In most URLs, nothing but a segment or a signed token can tell. */
    private static boolean isInPlain(String url) {
        int path = isPath(url) ? 0 : url.indexOf("//");
        return (path >= 0 && hasTellingSegment(url, path)) || hasSignedToken(url);
    }

    private static boolean isInAny(String text) {
        String plain = text.replace("\\/", "/");
        for (int i = 0; i < DECODINGS; i++) {
            if (isIn(plain)) {
                return true;
            }
            String decoded = decoded(plain);
            if (decoded.length() == plain.length()) {
                return false;
            }
            plain = decoded;
        }
        return isIn(plain);
    }

    private static boolean isIn(String text) {
        return namesOne(text)
                || hasSignedToken(text)
                || BETWEEN_WORDS.splitAsStream(text.replace('\\', '/')).anyMatch(TextSecrets::isTelling);
    }

    /** {@code token=…}, or {@code "token":…}. */
    private static boolean namesOne(String text) {
        for (int i = 1; i < text.length() - 1; i++) {
            boolean named = switch (text.charAt(i)) {
                case '=' -> Secrets.isCredential(text, i);
                case ':' -> isQuote(text.charAt(i - 1)) && Secrets.isCredential(text, beforeQuote(text, i - 1));
                default -> false;
            };
            if (named && (text.charAt(i) == ':' || !Character.isWhitespace(text.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static int beforeQuote(String text, int quote) {
        int end = quote;
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        return end;
    }

    private static boolean isTelling(String word) {
        int authority = word.indexOf("//");
        boolean isPath = isPath(word);
        if (!isPath && authority < 0) {
            return hasParameters(word);
        }
        return isPath ? isTellingUrl(word) : hasParameters(word) || isTellingUrl(word.substring(authority));
    }

    private static boolean isPath(String word) {
        return word.startsWith("/") || word.startsWith("./") || word.startsWith("../");
    }

    /** What has no scheme and no slash at its start is a URL only if it looks much like one. */
    private static boolean hasParameters(String word) {
        int query = word.indexOf('?');
        int equals = query < 0 ? -1 : word.indexOf('=', query);
        return equals >= 0 && equals < word.length() - 1 && saysMoreThanTheMeeting(word.substring(query + 1));
    }

    private static boolean isTellingUrl(String url) {
        int fragment = url.indexOf('#');
        String address = fragment < 0 ? url : url.substring(0, fragment);
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        return hasUser(path)
                || isTellingPath(path)
                || (query >= 0 && saysMoreThanTheMeeting(address.substring(query + 1)))
                || (fragment >= 0 && isTellingFragment(url.substring(fragment + 1)));
    }

    private static boolean hasUser(String path) {
        int user = path.indexOf('@');
        for (int start = path.indexOf("//"); start >= 0 && user >= 0; start = path.indexOf("//", start + 1)) {
            user = path.indexOf(
                    '@', Math.max(user, start + 2)); // looked for from where it was, not from the start again
            int end = path.indexOf('/', start + 2);
            if (user >= 0 && (end < 0 || user < end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTellingPath(String path) {
        int matrix = path.indexOf(';');
        if (path.indexOf('=') >= 0 || (matrix >= 0 && matrix < path.length() - 1)) {
            return true;
        }
        return hasTellingSegment(path, 0);
    }

    /** Whether something follows a segment that tells. */
    private static boolean hasTellingSegment(String path, int from) {
        int start = from;
        for (int end = path.indexOf('/', start); end >= 0; end = path.indexOf('/', start)) {
            boolean isLast = end + 1 == path.length() || path.charAt(end + 1) == '/';
            if (!isLast && isTellingSegment(path, start, end)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static boolean isTellingSegment(String path, int start, int end) {
        for (String telling : TELLING_SEGMENTS) {
            if (telling.length() == end - start && path.startsWith(telling, start)) {
                return true;
            }
        }
        return Secrets.isCredential(path, start, end);
    }

    private static boolean isTellingFragment(String fragment) {
        int query = fragment.indexOf('?');
        return isTellingPath(fragment) || (query >= 0 && query < fragment.length() - 1);
    }

    private static boolean saysMoreThanTheMeeting(String query) {
        return !query.isEmpty() && !MEETING_ID.matcher(query).matches();
    }

    private static boolean hasSignedToken(String text) {
        return text.contains("eyJ") && SIGNED_TOKEN.matcher(text).find();
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (char c = 0; c < kinds.length; c++) {
            boolean isWord = (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '_';
            int sign = PLAIN_SIGNS.indexOf(c) >= 0 ? PLAIN_SIGN : SIGN;
            kinds[c] = (byte) (SIGNS.indexOf(c) >= 0 ? sign : isWord ? 0 : OTHER);
        }
        return kinds;
    }

    /** Decodes what is ASCII; a per cent sign that encodes nothing stays. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = text.charAt(i) == '%' ? code(text, i + 1) : -1;
            decoded.append(code < 0 ? text.charAt(i) : (char) code);
            i += code < 0 ? 0 : 2;
        }
        return decoded.toString();
    }

    private static int code(String text, int at) {
        int high = at + 1 < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(at + 1), 16);
        return low < 0 || high > 7 ? -1 : high * 16 + low;
    }
}
