// SPDX-License-Identifier: Apache-2.0

/**
 * A server's webhooks as a {@code Flux}: {@link io.blueflux.webhooks.webflux.WebhookIntake} verifies and hands over, and
 * {@link io.blueflux.webhooks.webflux.ServerWebhooks} does so for many servers. Routes for Spring WebFlux and handlers for
 * reactor-netty bring them the requests. Neither needs the other on the class path.
 */
@NullMarked
package io.blueflux.webhooks.webflux;

import org.jspecify.annotations.NullMarked;
