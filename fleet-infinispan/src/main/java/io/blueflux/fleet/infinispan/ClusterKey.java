// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key that all members of a cluster have, and nobody else. All that they send to each other is encrypted and authenticated by
 * it: AES-256 in Galois/Counter mode, with a key that is derived from this one by PBKDF2 and the cluster's name. What was recorded
 * can be sent again by who controls the network; so the members' ports belong into a network of their own. What is not covered: that
 * a member is there, of which neighbours assure each other on a socket that carries nothing else; and the memory that the transport
 * takes for what somebody says that he is going to send. Immutable.
 */
public final class ClusterKey {
    private static final int SHORTEST = 16;

    private final char[] text;

    private ClusterKey(char[] text) {
        if (text.length < SHORTEST) {
            throw new IllegalArgumentException("the key of a cluster must have " + SHORTEST + " characters at least");
        }
        this.text = text;
    }

    /**
     * Takes a key.
     *
     * @param text 16 characters at least; random ones, such as {@code openssl rand -base64 32} prints
     * @return the key
     * @throws IllegalArgumentException if it is too short
     */
    public static ClusterKey of(String text) {
        Objects.requireNonNull(text, "text");
        return new ClusterKey(text.toCharArray());
    }

    /**
     * Takes a key.
     *
     * @param text 16 characters at least; copied, so that it can be wiped
     * @return the key
     * @throws IllegalArgumentException if it is too short
     */
    public static ClusterKey of(char[] text) {
        Objects.requireNonNull(text, "text");
        return new ClusterKey(text.clone());
    }

    /**
     * Reads a key, now.
     *
     * @param file holds the key as UTF-8; blanks and line ends around it do not count
     * @return the key
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the key is too short
     */
    public static ClusterKey ofFile(Path file) throws IOException {
        Objects.requireNonNull(file, "file");
        return of(Files.readString(file).strip());
    }

    char[] reveal() {
        return text.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClusterKey that && Arrays.equals(text, that.text);
    }

    @Override
    public int hashCode() {
        return ClusterKey.class.hashCode(); // one of the text would tell of it
    }

    /** Returns a fixed text that says nothing of the key. */
    @Override
    public String toString() {
        return "ClusterKey[***]";
    }
}
