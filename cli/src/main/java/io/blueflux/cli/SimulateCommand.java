// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SimulatorProfile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The simulator as a process. */
@Command(
        name = "simulate",
        description = {
            "Serves simulated BigBlueButton servers on loopback until it is stopped.",
            "Prints one line a server, its url, secret and name, as YAML that `poll --servers` takes; after the dash it is JSON."
        })
final class SimulateCommand implements Callable<Integer> {
    /** What the lists of all servers hold together, kept in memory and written when they are asked for. */
    static final int MOST_ATTENDEES = 200_000;

    private static final int MOST_RECORDINGS = 100_000;

    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "P",
            converter = NumberConverter.Port.class,
            description = "The port; a free one by default.")
    private int port;

    @Option(
            names = "--servers",
            paramLabel = "N",
            converter = NumberConverter.Servers.class,
            description = "How many servers, 1 to 1000; 1 by default.")
    private int servers = 1;

    @Option(
            names = "--profile",
            paramLabel = "KIND",
            description = {
                "As what they answer: ${COMPLETION-CANDIDATES}; BBB_3_0 by default. Behind SCALELITE stands one more "
                        + "server, to which joins are redirected."
            })
    private SimulatorProfile profile = SimulatorProfile.BBB_3_0;

    @Option(
            names = "--meetings",
            paramLabel = "M",
            converter = NumberConverter.Items.class,
            description = "How many meetings each has, 0 to 10000; 20 by default.")
    private int meetings = 20;

    @Option(
            names = "--attendees",
            paramLabel = "A",
            converter = NumberConverter.Attendees.class,
            description = "How many attendees a meeting has, 0 to 1000; 8 by default.")
    private int attendees = 8;

    @Option(
            names = "--recordings",
            paramLabel = "R",
            converter = NumberConverter.Items.class,
            description = "How many recordings each has, 0 to 10000; 20 by default.")
    private int recordings = 20;

    @Option(
            names = "--fault",
            paramLabel = "[SERVER:]CALL:KIND[=VALUE]",
            converter = FaultOption.Converter.class,
            description = {
                "Spoil the answers of a call (* for all), at one server (1 is the first) or at all. Faults of one "
                        + "call add up. For example: getMeetings:delay=2s, 2:*:status=502, getMeetingInfo:hang.",
                "A wrong kind is answered by the list of all."
            })
    private List<FaultOption> faults = List.of();

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandException.atMost(MOST_ATTENDEES, "--servers × --meetings × --attendees", servers, meetings, attendees);
        CommandException.atMost(MOST_RECORDINGS, "--servers × --recordings", servers, recordings);
        for (FaultOption fault : faults) {
            if (fault.server() > servers) {
                throw CommandException.usage("--fault names server " + fault.server() + " of " + servers);
            }
        }
        try (BbbSimulator simulator = started()) {
            for (int number = 1; number <= servers; number++) {
                furnish(number, simulator.server(number - 1));
                if (profile == SimulatorProfile.SCALELITE) {
                    simulator.server(number - 1).balance(simulator.server(servers));
                }
            }
            JsonLines lines = new JsonLines(terminal);
            for (SimulatedServer server : simulator.servers().subList(0, servers)) {
                Map<String, String> access = new LinkedHashMap<>();
                access.put("url", server.url());
                access.put("secret", server.secretText());
                access.put("name", server.name());
                lines.writeItem(access);
            }
            new CountDownLatch(1).await();
            return ExitStatus.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.INTERRUPTED;
        }
    }

    private BbbSimulator started() {
        BbbSimulator simulator = CommandException.checked(this::simulator);
        try {
            return simulator.start();
        } catch (IllegalStateException e) {
            throw new CommandException(ExitStatus.NO_ANSWER, "the port " + port + " cannot be listened on", e);
        }
    }

    private BbbSimulator simulator() {
        int behind = profile == SimulatorProfile.SCALELITE ? 1 : 0;
        return BbbSimulator.builder()
                .port(port)
                .servers(servers + behind)
                .profile(profile)
                .profile(servers + behind - 1, behind == 1 ? SimulatorProfile.BBB_3_0 : profile)
                .build();
    }

    private void furnish(int number, SimulatedServer server) {
        server.populate(meetings, attendees).populateRecordings(recordings);
        List<FaultOption> concerning =
                faults.stream().filter(fault -> fault.concerns(number)).toList();
        concerning.stream()
                .map(FaultOption::call)
                .distinct()
                .sorted(Comparator.comparing(call -> !call.equals(FaultOption.ANY_CALL))) // what comes later goes first
                .forEach(call -> server.fault(call, faultsOf(call, concerning)));
    }

    private static Fault[] faultsOf(String call, List<FaultOption> faults) {
        return faults.stream()
                .filter(fault -> fault.call().equals(FaultOption.ANY_CALL)
                        || fault.call().equals(call))
                .map(FaultOption::fault)
                .toArray(Fault[]::new);
    }
}
