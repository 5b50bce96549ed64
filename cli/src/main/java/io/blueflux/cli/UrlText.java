// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A base URL as people write it. */
final class UrlText {
    /** What is surely a host and no secret: it has a dot or a port. */
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("((?:[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)+\\.?|\\[[0-9a-fA-F:.]+])(?::[0-9]{1,5})?"
                    + "|[\\p{L}\\p{N}_-]+:[0-9]{1,5}|localhost)(/\\S*)?");

    /** What leaves room for a call, within what servers take. */
    private static final int LONGEST = 2_000;

    private UrlText() {}

    /** Returns the text, or says what it lacks; the path may be a tenant's key. */
    static String checked(String text) {
        Matcher bare = WITHOUT_SCHEME.matcher(text.strip());
        if (bare.matches()) {
            String path = bare.group(2) == null || bare.group(2).length() == 1 ? "" : "/…";
            throw new IllegalArgumentException("base URL must start with http:// or https://; did you mean https://"
                    + bare.group(1) + path + " or http://" + bare.group(1) + path + "?");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("base URL must have at most " + LONGEST + " characters");
        }
        return text;
    }
}
