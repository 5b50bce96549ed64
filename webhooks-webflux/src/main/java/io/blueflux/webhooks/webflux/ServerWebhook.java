// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookEvent;
import java.util.Objects;

/**
 * An event, and which of many servers sent it. Immutable.
 *
 * @param server the name under which {@link ServerWebhooks} knows the server
 * @param event what happened there
 */
public record ServerWebhook(String server, WebhookEvent event) {
    /** Checks that both are there. */
    public ServerWebhook {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(event, "event");
    }
}
