// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs claims with HMAC-SHA-256, by a prototype, so that no security provider is searched on an event loop. */
final class Jwt {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Mac PROTOTYPE = prototype();

    private Jwt() {}

    static String hs256(String claimsJson, String secretText) {
        String signed = base64("{\"alg\":\"HS256\"}") + "." + base64(claimsJson);
        try {
            Mac mac = (Mac) PROTOTYPE.clone();
            mac.init(new SecretKeySpec(secretText.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (CloneNotSupportedException | InvalidKeyException e) {
            throw new IllegalStateException("the JDK's HMAC can be cloned and takes every key", e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Mac prototype() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(new byte[] {1}, ALGORITHM)); // chooses the provider
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
