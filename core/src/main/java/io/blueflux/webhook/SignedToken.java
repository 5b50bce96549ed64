// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.malformed;
import static io.blueflux.webhook.CallbackRefusedException.unverified;

import io.blueflux.SharedSecret;
import io.blueflux.json.JsonReader;
import io.blueflux.model.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/** A JSON web token (RFC 7515) under an algorithm that the receiver has fixed. Nothing in it is read before it is proved. */
final class SignedToken {
    private static final int MAX_LENGTH = 16 << 10;

    private SignedToken() {}

    /** Returns the claims of a token that one of the secrets has signed. */
    static JsonValue claims(String token, JwtAlgorithm algorithm, List<SharedSecret> secrets) {
        String[] parts = token.length() > MAX_LENGTH ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            throw malformed("the token does not have three parts or is too long");
        }
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
        byte[] signature = decode(parts[2]);
        if (secrets.stream().noneMatch(secret -> matches(signature, secret, algorithm, signed))) {
            throw unverified("the token's signature does not match");
        }
        requireHeader(object(parts[0]), algorithm);
        return object(parts[1]);
    }

    private static boolean matches(byte[] signature, SharedSecret secret, JwtAlgorithm algorithm, byte[] signed) {
        return MessageDigest.isEqual(signature, secret.hmac(algorithm.jcaName(), signed));
    }

    /** A token that names another algorithm, or extensions that must be understood, was not meant for this receiver. */
    private static void requireHeader(JsonValue header, JwtAlgorithm algorithm) {
        if (!algorithm.name().equals(header.text("alg")) || header.members().containsKey("crit")) {
            throw unverified("the token names another algorithm or unknown extensions");
        }
    }

    private static JsonValue object(String part) {
        JsonValue value = JsonReader.read(FormBody.utf8(decode(part)));
        if (value instanceof JsonValue.Members) {
            return value;
        }
        throw malformed("a part of the token is not a JSON object");
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(withoutPadding(part));
        } catch (IllegalArgumentException e) {
            throw malformed("a part of the token is not in base64url");
        }
    }

    private static String withoutPadding(String part) {
        if (part.indexOf('=') >= 0) {
            throw malformed("a part of the token is padded");
        }
        return part;
    }
}
