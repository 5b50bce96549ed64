// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.ChecksumAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/** Digests made from prototypes, so that no security provider is searched on an event loop. */
final class Digests {
    private static final Map<ChecksumAlgorithm, MessageDigest> PROTOTYPES = prototypes();

    private Digests() {}

    static MessageDigest of(ChecksumAlgorithm algorithm) {
        try {
            return (MessageDigest)
                    Objects.requireNonNull(PROTOTYPES.get(algorithm)).clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's digests can be cloned", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hex(ChecksumAlgorithm algorithm, String text) {
        MessageDigest digest = of(algorithm);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(digest);
    }

    static String sha1(String text) {
        return hex(ChecksumAlgorithm.SHA1, text);
    }

    private static Map<ChecksumAlgorithm, MessageDigest> prototypes() {
        Map<ChecksumAlgorithm, MessageDigest> prototypes = new EnumMap<>(ChecksumAlgorithm.class);
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            try {
                prototypes.put(algorithm, MessageDigest.getInstance(algorithm.jcaName()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has " + algorithm.jcaName(), e);
            }
        }
        return prototypes;
    }
}
