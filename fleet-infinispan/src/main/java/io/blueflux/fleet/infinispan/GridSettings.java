// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jgroups.JChannel;
import org.jspecify.annotations.Nullable;

/** What a cluster of our own is set to. */
record GridSettings(
        String cluster,
        ClusterDiscovery discovery,
        String host,
        int port,
        @Nullable ClusterKey key,
        @Nullable String memberName,
        Consumer<JChannel> channel) {
    private static final int ROUNDS = 200_000;
    private static final int KEY_BITS = 256;

    GridSettings withBind(String toHost, int toPort) {
        return new GridSettings(cluster, discovery, toHost, toPort, key, memberName, channel);
    }

    GridSettings withKey(ClusterKey newKey) {
        return new GridSettings(cluster, discovery, host, port, newKey, memberName, channel);
    }

    GridSettings withMemberName(String name) {
        return new GridSettings(cluster, discovery, host, port, key, name, channel);
    }

    GridSettings withChannel(Consumer<JChannel> settings) {
        return new GridSettings(cluster, discovery, host, port, key, memberName, channel.andThen(settings));
    }

    /** Takes a while. */
    @Nullable
    SecretKey derivedKey() throws GeneralSecurityException {
        if (key == null) {
            return null;
        }
        char[] text = key.reveal();
        PBEKeySpec spec =
                new PBEKeySpec(text, ("blueflux/" + cluster).getBytes(StandardCharsets.UTF_8), ROUNDS, KEY_BITS);
        try {
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(derived, "HmacSHA256");
        } finally {
            spec.clearPassword();
            Arrays.fill(text, '\0');
        }
    }
}
