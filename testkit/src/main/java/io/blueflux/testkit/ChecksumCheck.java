// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's side of the checksum: derives it anew from the raw query and compares in constant time. */
final class ChecksumCheck {
    private static final Logger log = LoggerFactory.getLogger(ChecksumCheck.class);
    private static final Pattern PASSWORDS = Pattern.compile("((?:attendeePW|moderatorPW|password)=)[^&]*");
    private static final Map<Integer, ChecksumAlgorithm> BY_HEX_LENGTH = Map.of(
            40, ChecksumAlgorithm.SHA1,
            64, ChecksumAlgorithm.SHA256,
            96, ChecksumAlgorithm.SHA384,
            128, ChecksumAlgorithm.SHA512);

    private final SharedSecret secret;
    private final Set<ChecksumAlgorithm> supported;
    private final boolean lowerCaseOnly;

    ChecksumCheck(SharedSecret secret, Set<ChecksumAlgorithm> supported, boolean lowerCaseOnly) {
        this.secret = secret;
        this.supported = supported;
        this.lowerCaseOnly = lowerCaseOnly;
    }

    boolean passes(String call, String rawQuery, String checksum) {
        ChecksumAlgorithm algorithm = BY_HEX_LENGTH.get(checksum.length());
        if (algorithm == null || !supported.contains(algorithm)) {
            log.debug("{}: no supported algorithm makes a checksum of {} characters", call, checksum.length());
            return false;
        }
        String signed = call + withoutChecksum(rawQuery, checksum);
        MessageDigest digest = Digests.of(algorithm);
        digest.update(signed.getBytes(StandardCharsets.UTF_8));
        secret.update(digest);
        String given = lowerCaseOnly ? checksum : checksum.toLowerCase(Locale.ROOT);
        boolean passes = MessageDigest.isEqual(ascii(Digests.hex(digest)), ascii(given));
        if (!passes && log.isDebugEnabled()) {
            log.debug(
                    "{}: checksum differs from {} of: {}<shared secret>",
                    call,
                    algorithm,
                    PASSWORDS.matcher(signed).replaceAll("$1***"));
        }
        return passes;
    }

    /** Takes the checksum out of the query by the server's own three steps, in their order. */
    static String withoutChecksum(String rawQuery, String checksum) {
        return rawQuery.replace("&checksum=" + checksum, "")
                .replace("checksum=" + checksum + "&", "")
                .replace("checksum=" + checksum, "");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
