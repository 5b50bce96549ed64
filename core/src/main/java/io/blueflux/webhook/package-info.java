// SPDX-License-Identifier: Apache-2.0

/**
 * What a server sends of its own accord: webhooks and callbacks, verified and decoded (BBB API, "Webhooks and
 * callbacks"). Knows no transport: query, header and body go in, values come out, and what must not be trusted ends in a
 * {@link io.blueflux.webhook.CallbackRefusedException}. Passwords, tokens and callbacks are {@link io.blueflux.Confidential},
 * which nothing prints and {@code reveal()} reads.
 */
@NullMarked
package io.blueflux.webhook;

import org.jspecify.annotations.NullMarked;
