// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Locale;
import java.util.Set;

/** Why an answer is not HTTP, in words: never with a quote, since servers echo what they were sent. */
final class HttpReasons {
    private static final Set<String> ENCODINGS =
            Set.of("br", "zstd", "compress", "x-compress", "gzip", "x-gzip", "deflate", "snappy", "dcb", "dcz");

    private HttpReasons() {}

    static String of(Throwable error, WireAttempt attempt) {
        if (error instanceof DecompressionException) {
            return "the answer is not packed as its head says, or was damaged on the way";
        }
        if (error instanceof TooLongHttpLineException) {
            return "the answer is not HTTP: a line of its head or of its chunks is longer than any";
        }
        if (WireCauses.say(error, "Multiple Content-Length")) {
            return "the answer has two Content-Length headers: something on the way is broken, or smuggles answers";
        }
        if (WireCauses.say(error, "Content-Length are not allowed") || WireCauses.say(error, "Both 'Content-Length")) {
            return "the answer has Content-Length and Transfer-Encoding: something on the way is broken, or smuggles answers";
        }
        if (WireCauses.say(error, "Content-Length value")) {
            return "the answer's Content-Length is no number";
        }
        if (WireCauses.say(error, "First received frame was not SETTINGS")) {
            return "the server does not speak HTTP/2, which the given httpClient insists on";
        }
        return attempt.isAnswered()
                ? "the answer is not HTTP: the size or the end of a chunk is wrong"
                : "the answer is not HTTP: " + ProtocolReasons.of(attempt.firstBytes());
    }

    /** Says which packing nobody asked for; names those that have a name. */
    static String unasked(String encoding) {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        return "the answer is packed in a way that was not asked for, Content-Encoding "
                + (ENCODINGS.contains(name) ? name : "of another name")
                + ": something on the way packs whatever it passes";
    }
}
