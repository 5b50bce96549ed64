// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The network between the browser and the console: it can break, and counts what streams through it. */
final class TcpProxy implements AutoCloseable {
    private static final String STREAM = "GET /api/stream";

    private final URI console;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(TcpProxy::daemon);
    private final AtomicLong streamed = new AtomicLong();
    private volatile @Nullable NetworkBreak broken;
    private volatile ServerSocket listener;

    TcpProxy(URI console) {
        this.console = console;
        try {
            listener = listen(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = listener.getLocalPort();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        return thread;
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        threads.execute(() -> accept(socket));
        return socket;
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Returns the bytes of streams to the browser, with all that HTTP adds. */
    long streamed() {
        return streamed.get();
    }

    void breakBy(NetworkBreak how) throws IOException {
        broken = how;
        if (how == NetworkBreak.REFUSED) {
            listener.close();
        }
        if (how != NetworkBreak.SILENT) {
            drop();
        }
    }

    /** The network is back; what was connected over the broken one is reset. */
    void heal() throws IOException {
        NetworkBreak how = broken;
        broken = null;
        drop();
        if (how == NetworkBreak.REFUSED) {
            listener = listen(port);
        }
    }

    private void drop() {
        sockets.forEach(TcpProxy::reset);
        sockets.clear();
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // it was closed already
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Socket browser = socket.accept();
                if (broken == NetworkBreak.CUT) {
                    browser.close();
                } else {
                    connect(browser);
                }
            }
        } catch (IOException e) {
            // closed, as a break or at the end
        }
    }

    private void connect(Socket browser) throws IOException {
        Socket service = new Socket(console.getHost(), console.getPort());
        sockets.add(browser);
        sockets.add(service);
        AtomicBoolean stream = new AtomicBoolean();
        threads.execute(() -> pump(browser, service, stream, true));
        threads.execute(() -> pump(service, browser, stream, false));
    }

    private void pump(Socket from, Socket to, AtomicBoolean stream, boolean up) {
        byte[] bytes = new byte[16_384];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                if (broken == null) {
                    if (up && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).startsWith(STREAM)) {
                        stream.set(true);
                    } else if (!up && stream.get()) {
                        streamed.addAndGet(length);
                    }
                    out.write(bytes, 0, length);
                }
            }
        } catch (IOException e) {
            // the one side is gone, and so the other is closed
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        drop();
        threads.shutdownNow();
    }
}
