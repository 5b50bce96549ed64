// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.server;

import io.blueflux.benchmarks.gate.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A server in a JVM of its own, so that its work and its heap are not the client's. It prints its port first, and ends with
 * this one.
 */
public abstract class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final int port;

    /**
     * Starts it. Blocks until it listens.
     *
     * @param main the server
     * @param options its JVM's options
     * @param arguments its arguments
     */
    protected ServerProcess(Class<?> main, List<String> options, String... arguments) throws IOException {
        process = Jvm.of(main, options, arguments).start();
        output = process.inputReader(StandardCharsets.US_ASCII);
        port = Integer.parseInt(line());
    }

    /** Returns the port, the same at each address. */
    public final int port() {
        return port;
    }

    /** Asks for a line. */
    protected final void ask() throws IOException {
        process.getOutputStream().write('?');
        process.getOutputStream().flush();
    }

    /** Reads a line. Blocks until there is one. */
    protected final String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the server has ended");
        }
        return line;
    }

    /** Reads up to an empty line. */
    protected final String lines() {
        return output.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    @Override
    public final void close() {
        process.destroyForcibly();
    }
}
