// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

/** The keyed hash of a signed token. The receiver chooses it; what the token says of itself must be the same. */
public enum JwtAlgorithm {
    /** HMAC with SHA-256: what BBB signs "recording ready" with. */
    HS256("HmacSHA256"),
    /** HMAC with SHA-512: what BBB signs analytics with; Scalelite may sign "recording ready" with it. */
    HS512("HmacSHA512");

    private final String jcaName;

    JwtAlgorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    String jcaName() {
        return jcaName;
    }
}
