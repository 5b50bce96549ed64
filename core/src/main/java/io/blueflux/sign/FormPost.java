// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

/**
 * When parameters go as a form in the body of a POST rather than in the URL (BBB API, "POST"). A form is not part of the
 * checksum, and some load balancers do not read it; calls that take none, and those with a body of their own, always have
 * their parameters in the URL.
 */
public enum FormPost {
    /** Only if the URL would pass its budget. */
    AUTOMATIC,
    /** Never: a URL beyond its budget is refused. */
    NEVER,
    /** Whenever there are parameters and the call takes a form: keeps passwords out of the logs of proxies. */
    ALWAYS
}
