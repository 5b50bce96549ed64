// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

/**
 * Whether a request may break the rules of the table of parameters: which values, and which are required. What cannot be
 * on the wire is always refused: control characters, half characters, an empty name, a checksum of your own, an item of a
 * list that holds a comma.
 */
public enum Validation {
    /** Refuses a value that breaks the rule of its {@link Parameter}. */
    STRICT,
    /** Sends it: for a balancer, or a changed server, that allows what BBB does not. */
    LENIENT
}
