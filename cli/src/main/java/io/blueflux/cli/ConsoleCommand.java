// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.Confidential;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollSchedule;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A fleet in the browser. */
@Command(
        name = "console",
        description = {
            "Shows a fleet in the browser, live, until it is stopped: its servers, those that fail first, meetings, people, "
                    + "and what happens; finds a meeting anywhere; cordons and drains.",
            "Beside the page there are its API, /actuator/health and /actuator/prometheus."
        })
final class ConsoleCommand implements Callable<Integer> {
    private static final String PORT = "--port";
    private static final String BIND = "--bind";
    private static final String PASSWORD_FILE = "--password-file";
    private static final String PASSWORD = "password";
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 1_000;

    private final Terminal terminal;

    @ArgGroup(multiplicity = "0..1")
    private Shown shown = new Shown();

    @Option(
            names = PORT,
            paramLabel = "PORT",
            converter = NumberConverter.Port.class,
            description = "Where to listen, 0 for any free port; 8080 by default.")
    private int port = 8080;

    @Option(
            names = BIND,
            paramLabel = "ADDRESS",
            description = {
                "The address to listen at; 127.0.0.1 by default. Any that is not of this machine alone needs "
                        + PASSWORD_FILE + ".",
                "Passwords and pages cross the network in the clear, so put TLS before it: a proxy, or the variables "
                        + "SERVER_SSL_CERTIFICATE and SERVER_SSL_CERTIFICATEPRIVATEKEY with the paths of PEM files."
            })
    private String bind = "127.0.0.1";

    @Option(
            names = PASSWORD_FILE,
            paramLabel = "FILE",
            description = "A file with the password, at least " + SHORTEST_PASSWORD
                    + " characters, that the browser asks for; the user is blueflux.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "From one poll of a server to the next, at least 500ms; 5s by default, 1s of the demo.")
    private @Nullable Duration interval;

    @Mixin
    private final DepthOptions depthOptions = new DepthOptions();

    @Mixin
    private final ProxyOptions proxyOptions = new ProxyOptions();

    /** One of the two, or the user's own list. */
    static final class Shown extends ServerListOptions {
        @Option(names = "--demo", description = "A simulated fleet in which things happen, also to servers.")
        private boolean demo;

        @Override
        String options() {
            return super.options() + " or --demo";
        }
    }

    ConsoleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        ConsoleSettings settings = settings();
        ConsoleService service = ServiceLoader.load(ConsoleService.class)
                .findFirst()
                .orElseThrow(
                        () -> CommandException.usage("the console comes in a jar of its own; start it by ./blueflux"
                                + " console …, with this word first, or by java -jar blueflux-console-….jar …"));
        try {
            service.serve(settings, this::tell);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
        return ExitStatus.OK;
    }

    private ConsoleSettings settings() {
        List<FleetServer> servers = shown.demo ? List.of() : shown.read(terminal);
        Duration pace = interval != null ? interval : Duration.ofSeconds(shown.demo ? 1 : 5);
        CommandException.checked(() -> PollSchedule.every(pace));
        return new ConsoleSettings(
                servers,
                address(),
                port,
                password(),
                pace,
                depthOptions.depth(),
                proxyOptions.proxies(
                        terminal.environment(), ServerListOptions.servers(servers), ClientOptions.LONGEST_CONNECT));
    }

    private InetAddress address() {
        InetAddress address;
        try {
            address = InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw CommandException.usage(BIND + ": is no address of this machine: " + OneLine.of(bind));
        }
        if (bind.isBlank() || (!address.isLoopbackAddress() && passwordFile == null)) {
            throw CommandException.usage(BIND + ": " + OneLine.of(bind)
                    + " can be reached from other machines, so it needs " + PASSWORD_FILE);
        }
        return address;
    }

    private @Nullable Confidential password() {
        Path file = passwordFile;
        if (file == null) {
            return null;
        }
        String password = OptionFile.text(PASSWORD, file);
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw CommandException.usage(PASSWORD_FILE + ": the password must have " + SHORTEST_PASSWORD + " to "
                    + LONGEST_PASSWORD + " characters");
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            throw CommandException.usage(PASSWORD_FILE + ": the password must stand on one line");
        }
        return Confidential.of(password);
    }

    private void tell(URI page) {
        terminal.line("console: " + page);
    }
}
