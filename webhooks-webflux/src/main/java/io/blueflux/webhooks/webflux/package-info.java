// SPDX-License-Identifier: Apache-2.0

/**
 * A server's webhooks as a {@code Flux}: {@link io.blueflux.webhooks.webflux.WebhookIntake} verifies and hands over, one
 * route for Spring WebFlux and one handler for reactor-netty bring it the requests. Neither needs the other on the class
 * path.
 */
@NullMarked
package io.blueflux.webhooks.webflux;

import org.jspecify.annotations.NullMarked;
