// SPDX-License-Identifier: Apache-2.0
/**
 * Blueflux in a Spring Boot service, 4.1 or 3.5: servers, fleet, placement and webhooks by the configuration under {@code blueflux},
 * with health, meters and an endpoint where the actuator is there. Every bean gives way to one of the application's.
 */
@NullMarked
package io.blueflux.spring;

import org.jspecify.annotations.NullMarked;
