// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import reactor.netty.resources.LoopResources;

/**
 * Event loops of io_uring. Its jars stand in a folder beside that of the benchmarks: where they are on the class path, reactor-netty
 * prefers them to all else, which would then not be measured.
 */
final class IoUringLoops implements LoopResources {
    private static final Path FOLDER =
            Path.of(System.getProperty("java.class.path")).resolveSibling("io_uring");
    private static final ClassLoader JARS = jars();
    private static final String PACKAGE = "io.netty.channel.uring.";

    private final EventLoopGroup group;

    IoUringLoops(EventLoopGroup group) {
        this.group = group;
    }

    static boolean areAvailable() {
        try {
            return (boolean) type("IoUring").getMethod("isAvailable").invoke(null);
        } catch (ReflectiveOperationException e) {
            return false; // the jar is not there
        }
    }

    static IoHandlerFactory handlers() {
        try {
            return (IoHandlerFactory)
                    type("IoUringIoHandler").getMethod("newFactory").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return group;
    }

    @Override
    public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup loops) {
        if (type != SocketChannel.class) {
            throw new IllegalArgumentException("polls need no " + type);
        }
        try {
            return type.cast(type("IoUringSocketChannel").getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, true, JARS);
    }

    private static ClassLoader jars() {
        List<URL> jars = new ArrayList<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> files = Files.list(FOLDER)) {
                for (Path jar : files.toList()) {
                    jars.add(jar.toUri().toURL());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), IoUringLoops.class.getClassLoader());
    }
}
