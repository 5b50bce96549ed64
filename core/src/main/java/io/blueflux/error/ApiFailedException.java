// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The server answered, and said that the call failed: its {@code returncode} is not {@code SUCCESS}. Most servers say so
 * with HTTP status 200, some balancers with another.
 */
public final class ApiFailedException extends BbbException {
    private static final long serialVersionUID = 1L;

    /** Keys by which balancers say that they, not the caller, have trouble. */
    private static final Set<String> TRANSIENT_KEYS = Set.of(
            "internalError",
            "serverUnavailable",
            "noInstanceFound",
            "b3scaleGatewayError",
            "b3scale_server_error",
            "unexpectedError");

    private final String returncode;
    private final List<ApiError> errors;
    private final int status;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param returncode what stood for {@code SUCCESS}
     * @param errors the reasons, in the server's order; may be empty
     * @param status the HTTP status
     */
    public ApiFailedException(CallSite site, String returncode, List<ApiError> errors, int status) {
        super(site, describe(returncode, errors), null);
        this.returncode = returncode;
        this.errors = List.copyOf(errors);
        this.status = status;
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
        return errors.stream().anyMatch(error -> error.key().equals(messageKey));
    }

    /**
     * Returns the HTTP status of the answer.
     *
     * @return 200 from BBB itself
     */
    public int status() {
        return status;
    }

    /** True for the keys by which balancers report trouble of their own. */
    @Override
    public boolean isTransient() {
        return errors.stream().anyMatch(error -> TRANSIENT_KEYS.contains(error.key()));
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
