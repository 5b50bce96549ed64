// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import reactor.netty.resources.LoopResources;

/** What moves the bytes. */
enum Transport {
    NIO(() -> true, NioIoHandler::newFactory),
    EPOLL(Epoll::isAvailable, EpollIoHandler::newFactory);

    private final BooleanSupplier available;
    private final Supplier<IoHandlerFactory> handlers;

    Transport(BooleanSupplier available, Supplier<IoHandlerFactory> handlers) {
        this.available = available;
        this.handlers = handlers;
    }

    boolean isAvailable() {
        return available.getAsBoolean();
    }

    /** Returns the event loops that a fleet makes for itself. */
    static LoopResources usual() {
        return LoopResources.create("scale", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
    }

    /** Returns as many event loops of this transport. */
    LoopResources loops() {
        EventLoopGroup group = LoopResources.colocate(new MultiThreadIoEventLoopGroup(
                LoopResources.DEFAULT_IO_WORKER_COUNT, new DefaultThreadFactory(name(), true), handlers.get()));
        return preferNative -> group;
    }
}
