// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

/** This member does not belong to the cluster that it met. */
final class KeptOutException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    KeptOutException(String message) {
        super(message);
    }
}
