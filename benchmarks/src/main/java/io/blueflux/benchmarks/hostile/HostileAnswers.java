// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.hostile;

import io.blueflux.benchmarks.gate.CpuClock;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Each construct in answers of doubling sizes: is there one at which a byte costs the more, the longer the answer is? */
@Command(
        name = "hostile-answers",
        description =
                "Reads each construct of XML and JSON in answers of doubling sizes, and prints what a byte costs.",
        mixinStandardHelpOptions = true)
public final class HostileAnswers implements Runnable {
    private static final int SMALLEST = 64 << 10;
    private static final int SIZES = 6;
    private static final long ENOUGH_NANOS = 30_000_000;
    private static final long TOO_MUCH_NANOS = 3_000_000_000L;
    private static final CpuClock CLOCK = CpuClock.ofThread();

    @Option(names = "--only", paramLabel = "TEXT", description = "Only constructs whose name holds this.")
    private String only = "";

    /** Makes the command. */
    public HostileAnswers() {}

    @Override
    public void run() {
        String sizes = IntStream.range(0, SIZES)
                .mapToObj(i -> (SMALLEST << i >> 10) + " KiB")
                .collect(Collectors.joining(" | "));
        System.out.println("| ns a byte of an answer of | " + sizes + " | ends |");
        System.out.println("| --- |" + " ---: |".repeat(SIZES) + " --- |");
        Constructs.all().stream().filter(each -> each.name().contains(only)).forEach(HostileAnswers::row);
    }

    private static void row(Construct construct) {
        StringBuilder row = new StringBuilder("| " + construct.name());
        String end = "";
        nanosAByte(construct, construct.body(SMALLEST)); // to be compiled
        double cost = 0;
        for (int i = 0; i < SIZES; i++) {
            byte[] body = construct.body(SMALLEST << i);
            if (cost * body.length > TOO_MUCH_NANOS) {
                row.append(" |");
                continue;
            }
            cost = nanosAByte(construct, body);
            row.append(String.format(Locale.ROOT, " | %.1f", cost));
            end = construct.reader().read(body, construct.chunk()).word();
        }
        System.out.println(row + " | " + end + " |");
    }

    /** Returns the least of several runs: what is more is the machine's. */
    private static double nanosAByte(Construct construct, byte[] body) {
        double least = Double.MAX_VALUE;
        long spent = 0;
        for (int run = 0; run < 3 || spent < ENOUGH_NANOS; run++) {
            long begin = CLOCK.nanos();
            long bytes = construct.reader().read(body, construct.chunk()).bytes();
            long nanos = CLOCK.nanos() - begin;
            spent += nanos;
            least = Math.min(least, (double) nanos / bytes);
            if (spent > TOO_MUCH_NANOS) {
                break;
            }
        }
        return least;
    }
}
