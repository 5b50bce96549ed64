// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import java.util.Locale;
import java.util.Objects;

/**
 * The hash of a call's checksum (BBB API, "Checksum"). The server tells the algorithm by the length of the hex text.
 *
 * <p>{@link #SHA256} is right for every BBB since 2.2 and for all known balancers but bigblueswarm; BBB 2.0 and
 * webhooks before 3.0 know {@link #SHA1} only; {@link #SHA384} and {@link #SHA512} came with BBB 2.5.
 */
public enum ChecksumAlgorithm {
    /** 40 hex digits; every server, unless its admin switched it off. */
    SHA1("SHA-1"),
    /** 64 hex digits; BBB 2.2 and later. The default. */
    SHA256("SHA-256"),
    /** 96 hex digits; BBB 2.5 and later. */
    SHA384("SHA-384"),
    /** 128 hex digits; BBB 2.5 and later. */
    SHA512("SHA-512");

    private final String jcaName;

    ChecksumAlgorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    /**
     * Returns the name under which the JDK knows the algorithm.
     *
     * @return for example {@code SHA-256}
     */
    public String jcaName() {
        return jcaName;
    }

    /**
     * Finds an algorithm by the name users write.
     *
     * @param name {@code sha1}, {@code sha256}, {@code SHA-384} …, in any case, with or without the hyphen
     * @return the algorithm
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ChecksumAlgorithm of(String name) {
        Objects.requireNonNull(name, "name");
        String plain = name.replace("-", "").toUpperCase(Locale.ROOT);
        for (ChecksumAlgorithm algorithm : values()) {
            if (algorithm.name().equals(plain)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("algorithm must be one of sha1, sha256, sha384, sha512, not: " + name);
    }
}
