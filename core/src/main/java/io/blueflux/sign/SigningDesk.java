// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import io.blueflux.ChecksumAlgorithm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What signing a call needs and is not part of the result: a digest and the bytes of the URL. One is kept for each algorithm,
 * wiped, and lent to one call at a time; who finds none makes another.
 */
final class SigningDesk implements AutoCloseable {
    private static final AtomicReferenceArray<SigningDesk> KEPT =
            new AtomicReferenceArray<>(ChecksumAlgorithm.values().length);

    private final ChecksumAlgorithm algorithm;
    private final MessageDigest digest;
    private final UrlBytes url = new UrlBytes();

    private SigningDesk(ChecksumAlgorithm algorithm) {
        this.algorithm = algorithm;
        this.digest = digest(algorithm);
    }

    static SigningDesk of(ChecksumAlgorithm algorithm) {
        SigningDesk kept = KEPT.getAndSet(algorithm.ordinal(), null);
        return kept == null ? new SigningDesk(algorithm) : kept;
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
        KEPT.setRelease(algorithm.ordinal(), this);
    }

    private static MessageDigest digest(ChecksumAlgorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.jcaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks " + algorithm.jcaName(), e);
        }
    }
}
