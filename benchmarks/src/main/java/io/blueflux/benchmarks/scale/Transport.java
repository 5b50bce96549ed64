// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import reactor.netty.resources.LoopResources;

/** What moves the bytes. */
enum Transport {
    NIO,
    EPOLL,
    IO_URING;

    boolean isAvailable() {
        return switch (this) {
            case NIO -> true;
            case EPOLL -> Epoll.isAvailable();
            case IO_URING -> IoUringLoops.areAvailable();
        };
    }

    /** Returns the event loops that a fleet makes for itself. */
    static LoopResources usual() {
        return LoopResources.create("scale", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
    }

    /** Returns as many event loops of this transport. */
    LoopResources loops() {
        return switch (this) {
            case NIO -> of(group(NioIoHandler.newFactory()));
            case EPOLL -> of(group(EpollIoHandler.newFactory()));
            case IO_URING -> new IoUringLoops(group(IoUringLoops.handlers()));
        };
    }

    private static LoopResources of(EventLoopGroup group) {
        return preferNative -> group;
    }

    private EventLoopGroup group(IoHandlerFactory handlers) {
        return LoopResources.colocate(new MultiThreadIoEventLoopGroup(
                LoopResources.DEFAULT_IO_WORKER_COUNT, new DefaultThreadFactory(name(), true), handlers));
    }
}
