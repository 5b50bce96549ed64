// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.testkit.SimulatedServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One run of the command, in this process unless said.
 *
 * @param status the exit status
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record CommandRun(int status, String out, String err) {

    static CommandRun of(String... args) {
        return of(Map.of(), args);
    }

    static CommandRun of(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandRun run = writingTo(out, environment, args);
        return new CommandRun(run.status, out.toString(StandardCharsets.UTF_8), run.err);
    }

    /** Runs with the URL and the secret of a simulated server. */
    static CommandRun against(SimulatedServer server, String... args) {
        return of(secretOf(server), withUrl(server, args));
    }

    /** Runs as if somebody watched. */
    static CommandRun onScreen(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandRun run = run(out, environment, true, args);
        return new CommandRun(run.status, out.toString(StandardCharsets.UTF_8), run.err);
    }

    static CommandRun writingTo(OutputStream out, Map<String, String> environment, String... args) {
        return run(out, environment, false, args);
    }

    private static CommandRun run(
            OutputStream out, Map<String, String> environment, boolean interactive, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                out, new PrintStream(err, true, StandardCharsets.UTF_8), environment::get, () -> null, interactive);
        int status = Blueflux.run(terminal, args);
        return new CommandRun(status, "", err.toString(StandardCharsets.UTF_8));
    }

    /** What a running command is watched for. */
    interface Check {
        void of(BufferedReader lines) throws IOException;
    }

    /** Runs a command that has no end until the check is done, then interrupts it, as Ctrl-C does. */
    static CommandRun stopped(Check check, String... args) throws Exception {
        CompletableFuture<CommandRun> run = new CompletableFuture<>();
        PipedOutputStream out = new PipedOutputStream();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new PipedInputStream(out, 1 << 20), StandardCharsets.UTF_8))) {
            Thread command = new Thread(() -> run.complete(writingTo(out, Map.of(), args)));
            command.start();
            try {
                check.of(lines);
            } finally {
                command.interrupt();
                command.join();
            }
        }
        return run.join();
    }

    /** Runs it to its end in a JVM of its own. */
    static CommandRun inOwnJvm(String... args) throws IOException, InterruptedException {
        Process process = process(args);
        CompletableFuture<byte[]> err = Mono.fromCallable(process.getErrorStream()::readAllBytes)
                .subscribeOn(Schedulers.boundedElastic()) // else a long stack trace fills its pipe, and nothing ends
                .toFuture();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandRun(process.waitFor(), out, new String(err.join(), StandardCharsets.UTF_8));
    }

    /** Starts it in a JVM of its own, which is the caller's to end. */
    static Process process(String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), Blueflux.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).start();
    }

    static Map<String, String> secretOf(SimulatedServer server) {
        return Map.of(ServerOptions.SECRET_VARIABLE, server.secretText());
    }

    static String[] withUrl(SimulatedServer server, String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--url";
        all[args.length + 1] = server.url();
        return all;
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
