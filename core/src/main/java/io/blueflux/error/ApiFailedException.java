// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The server answered, and said that the call failed: its {@code returncode} is not {@code SUCCESS}. Most servers say so
 * with HTTP status 200, some balancers with another.
 */
public final class ApiFailedException extends BbbException {
    private static final long serialVersionUID = 1L;

    private final String returncode;
    private final List<ApiError> errors;
    private final int status;
    private final String explanation;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param returncode what stood for {@code SUCCESS}
     * @param errors the reasons, in the server's order; may be empty
     * @param status the HTTP status
     */
    public ApiFailedException(CallSite site, String returncode, List<ApiError> errors, int status) {
        this(site, returncode, errors, status, "");
    }

    private ApiFailedException(
            CallSite site, String returncode, List<ApiError> errors, int status, String explanation) {
        super(
                site,
                describe(Objects.requireNonNull(returncode, "returncode"), Objects.requireNonNull(errors, "errors"))
                        + (explanation.isEmpty() ? "" : "; " + explanation),
                null);
        this.returncode = returncode;
        this.errors = List.copyOf(errors);
        this.status = status;
        this.explanation = explanation;
    }

    /**
     * Returns this error with what its receiver makes of it.
     *
     * @param text the likely cause, without secrets; becomes part of the message
     * @return a copy
     */
    public ApiFailedException explained(String text) {
        Objects.requireNonNull(text, "text");
        return new ApiFailedException(site(), returncode, errors, status, text);
    }

    /**
     * Returns the likely cause, as far as the client can tell it: for {@code checksumError}, which of secret, algorithm and
     * encoding it is.
     *
     * @return a sentence or two, also part of the message; empty for other keys
     */
    public String explanation() {
        return explanation;
    }

    /**
     * Returns the server's word for the failure.
     *
     * @return {@code FAILED}, or {@code ERROR} behind some balancers
     */
    public String returncode() {
        return returncode;
    }

    /**
     * Returns the first messageKey.
     *
     * @return for example {@code checksumError}; empty if the server gave none
     */
    public String messageKey() {
        return errors.isEmpty() ? "" : errors.get(0).key();
    }

    /**
     * Returns all reasons; most answers hold one.
     *
     * @return in the server's order, may be empty
     */
    public List<ApiError> errors() {
        return errors;
    }

    /**
     * Tells whether a messageKey is among the reasons.
     *
     * @param messageKey for example {@code notFound}
     * @return true if the server gave it
     */
    public boolean has(String messageKey) {
        Objects.requireNonNull(messageKey, "messageKey");
        return errors.stream().anyMatch(error -> error.key().equals(messageKey));
    }

    /**
     * Tells whether a messageKey is among the reasons.
     *
     * @param messageKey for example {@link MessageKey#NOT_FOUND}
     * @return true if the server gave it
     */
    public boolean has(MessageKey messageKey) {
        Objects.requireNonNull(messageKey, "messageKey");
        return has(messageKey.text());
    }

    /**
     * Returns the HTTP status of the answer.
     *
     * @return 200 from BBB itself
     */
    public int status() {
        return status;
    }

    /** True if one of the keys is, see {@link MessageKey#isTransient()}. */
    @Override
    public boolean isTransient() {
        return errors.stream().anyMatch(error -> MessageKey.of(error.key()).isTransient());
    }

    private static String describe(String returncode, List<ApiError> errors) {
        String reasons = errors.stream()
                .map(error -> error.key().isEmpty() ? error.message() : error.key() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return reasons.isEmpty()
                ? "the server answered " + returncode
                : "the server answered " + returncode + ", " + reasons;
    }
}
