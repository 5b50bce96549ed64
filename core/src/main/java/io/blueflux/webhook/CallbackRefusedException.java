// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

/**
 * A callback that must not be trusted or cannot be read. Its message says why, in a few words that hold nothing of what
 * was received. It is no {@code BbbException}, since it belongs to no call of ours.
 */
public final class CallbackRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a callback. */
    public enum Reason {
        /** Nothing proves that it comes from somebody who knows the secret; HTTP status 403 fits. */
        UNVERIFIED,
        /** It is not what a server sends; HTTP status 400 fits. */
        MALFORMED
    }

    /** What is wrong. */
    private final Reason reason;

    private CallbackRefusedException(Reason reason, String message) {
        super(message, null, false, false); // a stranger must not make us walk the stack
        this.reason = reason;
    }

    static CallbackRefusedException unverified(String message) {
        return new CallbackRefusedException(Reason.UNVERIFIED, message);
    }

    static CallbackRefusedException malformed(String message) {
        return new CallbackRefusedException(Reason.MALFORMED, message);
    }

    /**
     * Returns what is wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
