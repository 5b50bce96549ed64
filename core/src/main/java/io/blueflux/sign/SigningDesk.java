// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import io.blueflux.ChecksumAlgorithm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What signing a call needs and is not part of the result: a digest and the bytes of the URL. One is kept for each algorithm,
 * wiped, and lent to one call at a time; who finds none makes another.
 */
final class SigningDesk implements AutoCloseable {
    private static final Map<ChecksumAlgorithm, AtomicReference<@Nullable SigningDesk>> KEPT =
            new EnumMap<>(ChecksumAlgorithm.class);

    static {
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            KEPT.put(algorithm, new AtomicReference<>());
        }
    }

    private final AtomicReference<@Nullable SigningDesk> home;
    private final MessageDigest digest;
    private final UrlBytes url = new UrlBytes();

    private SigningDesk(AtomicReference<@Nullable SigningDesk> home, ChecksumAlgorithm algorithm) {
        this.home = home;
        this.digest = digest(algorithm);
    }

    static SigningDesk of(ChecksumAlgorithm algorithm) {
        AtomicReference<@Nullable SigningDesk> home = Objects.requireNonNull(KEPT.get(algorithm));
        SigningDesk kept = home.getAndSet(null);
        return kept == null ? new SigningDesk(home, algorithm) : kept;
    }

    MessageDigest digest() {
        return digest;
    }

    UrlBytes url() {
        return url;
    }

    /** Wipes both, so that neither secret nor URL outlives the call in them. */
    @Override
    public void close() {
        digest.reset();
        url.wipe();
        home.set(this);
    }

    private static MessageDigest digest(ChecksumAlgorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.jcaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks " + algorithm.jcaName(), e);
        }
    }
}
