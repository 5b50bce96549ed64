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
    /** Only where its jars are on the class path, on which the benchmarks do not put them: reactor-netty would prefer it. */
    IO_URING;

    boolean isAvailable() {
        return switch (this) {
            case NIO -> true;
            case EPOLL -> Epoll.isAvailable();
            case IO_URING -> isIoUringAvailable();
        };
    }

    /** Returns the event loops that a fleet makes for itself. */
    static LoopResources usual() {
        return LoopResources.create("scale", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
    }

    /** Returns as many event loops of this transport. */
    LoopResources loops() {
        EventLoopGroup group = LoopResources.colocate(new MultiThreadIoEventLoopGroup(
                LoopResources.DEFAULT_IO_WORKER_COUNT, new DefaultThreadFactory(name(), true), handlers()));
        return preferNative -> group;
    }

    private IoHandlerFactory handlers() {
        return switch (this) {
            case NIO -> NioIoHandler.newFactory();
            case EPOLL -> EpollIoHandler.newFactory();
            case IO_URING -> ioUringHandlers();
        };
    }

    private static boolean isIoUringAvailable() {
        try {
            return (boolean) Class.forName("io.netty.channel.uring.IoUring")
                    .getMethod("isAvailable")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            return false; // the jar is not there
        }
    }

    private static IoHandlerFactory ioUringHandlers() {
        try {
            return (IoHandlerFactory) Class.forName("io.netty.channel.uring.IoUringIoHandler")
                    .getMethod("newFactory")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
