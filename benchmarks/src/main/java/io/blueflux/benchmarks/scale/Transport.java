// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.function.Supplier;
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
            case IO_URING -> isIoUringAvailable();
        };
    }

    /** Returns the event loops that a fleet makes for itself. */
    static LoopResources usual() {
        return LoopResources.create("scale", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
    }

    /** Returns as many event loops of this transport. */
    LoopResources loops() {
        return switch (this) {
            case NIO -> loops(NioIoHandler.newFactory(), NioSocketChannel::new);
            case EPOLL -> loops(EpollIoHandler.newFactory(), EpollSocketChannel::new);
            case IO_URING -> loops(IoUringIoHandler.newFactory(), IoUringSocketChannel::new);
        };
    }

    private LoopResources loops(IoHandlerFactory handlers, Supplier<SocketChannel> channels) {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                LoopResources.DEFAULT_IO_WORKER_COUNT, new DefaultThreadFactory(name(), true), handlers);
        return new TransportLoops(LoopResources.colocate(group), channels);
    }

    private static boolean isIoUringAvailable() {
        try {
            return IoUring.isAvailable();
        } catch (NoClassDefFoundError e) {
            return false; // its jars are on the class path of one gate only
        }
    }
}
