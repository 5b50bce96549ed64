// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.malformed;
import static io.blueflux.webhook.CallbackRefusedException.unverified;

import io.blueflux.SharedSecret;
import io.blueflux.json.JsonReader;
import io.blueflux.model.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** A JSON web token (RFC 7515) under an algorithm that the receiver has fixed. Nothing in it is read before it is proved. */
final class SignedToken {
    private static final int MAX_LENGTH = 16 << 10;

    /** The end of the year 9999. */
    private static final double LAST_SECOND = 253_402_300_799.0;

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

    /** Refuses claims that do not count yet or no longer; a time that is there must be a number. */
    static void requireTimely(JsonValue claims, Clock clock) {
        double now = clock.millis() / 1000.0;
        double skew = MeetingAnalytics.ALLOWED_SKEW.toSeconds();
        if (now >= time(claims, "exp", Double.POSITIVE_INFINITY) + skew) {
            throw unverified("the token has expired");
        }
        if (now < time(claims, "nbf", Double.NEGATIVE_INFINITY) - skew) {
            throw unverified("the token does not count yet");
        }
    }

    private static double time(JsonValue claims, String name, double absent) {
        JsonValue claim = claims.members().get(name); // a null is there
        if (claim == null) {
            return absent;
        }
        double time = claim instanceof JsonValue.Scalar scalar && !scalar.quoted() ? number(scalar.text()) : Double.NaN;
        if (time >= 0 && time <= LAST_SECOND) {
            return time;
        }
        throw unverified("a time of the token is none");
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
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
