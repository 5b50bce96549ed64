// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Prints lines to standard output by a thread of its own, so that nobody waits for who reads them. */
public final class Outbox {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final PrintStream out = new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.US_ASCII);

    public Outbox() {
        Thread writer = new Thread(this::write, "outbox");
        writer.setDaemon(true);
        writer.start();
    }

    public void say(String line) {
        lines.add(line);
    }

    private void write() {
        try {
            while (true) {
                out.println(lines.take());
                if (lines.isEmpty()) {
                    out.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
