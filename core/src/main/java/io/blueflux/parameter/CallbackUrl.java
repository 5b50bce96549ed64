// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which URLs webhooks can be sent to. A server appends its checksum to the text: behind a fragment it is not sent, and
 * beside another one receivers do not know which counts.
 */
final class CallbackUrl {
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?i)https?://(?:[^\\s/?#@]*@)?[^\\s/?#@:][^\\s/?#@]*(?:[/?][^\\s#]*)?");
    private static final Pattern CHECKSUM = Pattern.compile(
            Stream.of("checksum".split("")).map(CallbackUrl::plainOrEncoded).reduce("", String::concat));

    private CallbackUrl() {}

    static boolean isCallable(String url) {
        return ABSOLUTE.matcher(url).matches() && !hasChecksum(url);
    }

    private static boolean hasChecksum(String url) {
        int query = url.indexOf('?');
        return query >= 0
                && Stream.of(url.substring(query + 1).split("&"))
                        .map(parameter -> parameter.split("=", -1)[0])
                        .anyMatch(name -> CHECKSUM.matcher(name).matches());
    }

    private static String plainOrEncoded(String letter) {
        return "(?:" + letter + "|%(?i:" + Integer.toHexString(letter.charAt(0)) + "))";
    }
}
