// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import org.jspecify.annotations.Nullable;
import reactor.netty.resources.LoopResources;

/**
 * The event loops of the service.
 *
 * @param resources Boot's; null where it has none, and then the fleet makes its own
 */
record EventLoops(@Nullable LoopResources resources) {}
