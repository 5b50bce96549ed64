// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A server's shared secret. It can be hashed and compared, never read back or printed. Immutable.
 */
@JsonIgnoreType
public final class SharedSecret {
    private final transient byte[] bytes;

    private SharedSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes a secret as pasted: what cannot be seen around it is trimmed, as white space, a byte order mark or a space of no
     * width.
     *
     * @param secret the secret, as {@code bbb-conf --secret} prints it
     * @return the secret
     * @throws IllegalArgumentException if nothing is left after trimming, or something within cannot be seen; the message
     *     says what, without the secret
     */
    public static SharedSecret of(String secret) {
        Objects.requireNonNull(secret, "secret");
        String trimmed = PrintableText.trimmed(secret);
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("secret must not be empty");
        }
        trimmed.codePoints().filter(SharedSecret::isHidden).findFirst().ifPresent(hidden -> {
            throw new IllegalArgumentException(
                    "secret must not hold a character that cannot be seen: U+%04X".formatted(hidden));
        });
        return new SharedSecret(trimmed.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isHidden(int codePoint) {
        return codePoint != ' ' && PrintableText.isInvisible(codePoint);
    }

    /**
     * Feeds the secret's UTF-8 bytes to a digest.
     *
     * @param digest what is being hashed
     */
    public void update(MessageDigest digest) {
        Objects.requireNonNull(digest, "digest");
        digest.update(bytes);
    }

    /**
     * Computes a keyed hash (HMAC) of some bytes, the key being the secret's UTF-8 bytes.
     *
     * @param jcaName the name under which the JDK knows the hash, for example {@code HmacSHA256}
     * @param data what is being hashed
     * @return the hash
     */
    public byte[] hmac(String jcaName, byte[] data) {
        Objects.requireNonNull(jcaName, "jcaName");
        Objects.requireNonNull(data, "data");
        try {
            Mac mac = Mac.getInstance(jcaName);
            mac.init(new SecretKeySpec(bytes, jcaName));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + jcaName, e);
        }
    }

    /**
     * Replaces each occurrence of the secret in a text.
     *
     * @param text any text, for example the start of a server's answer
     * @param replacement what stands there instead
     * @return the text without the secret
     */
    public String blot(String text, String replacement) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(replacement, "replacement");
        return text.replace(new String(bytes, StandardCharsets.UTF_8), replacement);
    }

    /**
     * Returns how long the secret is, so that who cuts a text knows how much of one may stand at the end.
     *
     * @return the number of characters
     */
    public int length() {
        return new String(bytes, StandardCharsets.UTF_8).length();
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SharedSecret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns a fixed text that says nothing of the secret. */
    @Override
    public String toString() {
        return "***";
    }
}
