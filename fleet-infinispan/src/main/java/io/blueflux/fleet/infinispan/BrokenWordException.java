// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

/** What another member sent is no word, or none that may be. */
final class BrokenWordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenWordException(String message) {
        super(message);
    }

    BrokenWordException(String message, Throwable cause) {
        super(message, cause);
    }
}
