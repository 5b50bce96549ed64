// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support.guards;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Netty's allocator takes a short lock of its own when threads without a buffer arena meet in it. Nobody who uses it can do
 * without, so that lock alone is let pass.
 */
public final class AllocatorLocks implements BlockHoundIntegration {
    private static final String ALLOCATOR = "io.netty.buffer.AdaptivePoolingAllocator";

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(ALLOCATOR, "allocate").allowBlockingCallsInside(ALLOCATOR, "reallocate");
    }
}
