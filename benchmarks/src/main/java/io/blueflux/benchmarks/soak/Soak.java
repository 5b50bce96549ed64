// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.truth.Pauses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A hostile week, compressed. Does a fleet keep what it has no use for, and does it tell what is not so, or not what is? */
@Command(
        name = "soak",
        description =
                "Polls servers of which each minute some fall ill, leave and come, while subscribers and webhooks of all"
                        + " kinds come and go. Prints each minute what the process holds, and in the end what it told that was not so.",
        mixinStandardHelpOptions = true)
public final class Soak implements Callable<Integer> {
    /** How many intervals there are between two polls of a server that is down, at most. */
    static final int LONGEST_BACKOFF_INTERVALS = 5;

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int NAMED = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--minutes", paramLabel = "N", description = "For how long, at least 3; 10 by default.")
    private int minutes = 10;

    @Option(names = "--servers", paramLabel = "N", description = "How many servers, at least 40; 500 by default.")
    private int servers = 500;

    @Option(names = "--seed", paramLabel = "N", description = "What chance goes by; 1 by default.")
    private long seed = 1;

    /** Prepares the command. */
    public Soak() {}

    @Override
    public Integer call() throws InterruptedException {
        if (minutes < 3 || servers < 40) {
            throw new ParameterException(spec.commandLine(), "--minutes must be at least 3, --servers at least 40");
        }
        try {
            List<String> failed = soak();
            failed.stream().limit(NAMED).forEach(bound -> System.out.println("failed: " + bound));
            return failed.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException e) {
            System.out.println("failed: " + e);
            return ExitCode.SOFTWARE;
        }
    }

    private List<String> soak() throws IOException, InterruptedException {
        int hookPort = freePort();
        Hooks hooks = new Hooks(FleetMain.callbackUrl(hookPort));
        Stays stays = new Stays();
        try (Ward ward = new Ward(servers);
                Fleet fleet = new Fleet(ward.port(), INTERVAL, hookPort, stays::hear, hooks::arrived)) {
            Week week = new Week(servers, INTERVAL, seed, ward, fleet, hooks, stays);
            fleet.measure(); // when it is ready
            week.begin();
            Vitals second = null;
            Vitals last = null;
            for (int minute = 1; minute <= minutes; minute++) {
                week.minute(Duration.ofMinutes(1));
                last = fleet.measure();
                second = minute == 2 ? last : second;
                System.out.println("minute=" + minute + " " + last.text());
            }
            Pauses.of(week.patience());
            return failed(week, hooks, second, last);
        }
    }

    private static List<String> failed(Week week, Hooks hooks, @Nullable Vitals second, @Nullable Vitals last) {
        List<String> failed = new ArrayList<>(Objects.requireNonNull(last).grownSince(Objects.requireNonNull(second)));
        List<String> wrong = week.check();
        List<String> lost = hooks.check();
        System.out.printf(
                "ailments=%d stays=%d meetings_ended=%d events=%d false_events=%d webhooks=%d false_webhooks=%d%n",
                week.ailments(),
                week.stays(),
                week.meetingsEnded(),
                week.events(),
                wrong.size(),
                hooks.count(),
                lost.size());
        failed.addAll(wrong);
        failed.addAll(lost);
        return failed;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
