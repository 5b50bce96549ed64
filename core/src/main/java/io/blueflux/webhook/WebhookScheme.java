// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

/** How a webhook proves where it comes from (BBB API, "Delivery"); each generation of servers has its own way. */
public enum WebhookScheme {
    /** The checksum covers callback URL and raw body; webhooks 3.4 and later. */
    RAW_BODY,
    /** The checksum covers callback URL and the body's fields as JSON; webhooks before 3.0. */
    FIELDS,
    /**
     * No checksum: the shared secret itself stands in the header {@code Authorization: Bearer}; servers with
     * {@code auth2_0}. Says nothing of the body, but whoever can forge it knows the secret anyway.
     */
    BEARER,
    /**
     * The checksum covers the callback URL and nothing else; webhooks 3.0.0 to 3.3.1 (a bug). It is the same for every
     * delivery, so whoever has seen one request's URL, for example in a proxy's log, can send anything. Off unless asked
     * for.
     */
    URL_ONLY
}
