// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.ChecksumAlgorithm;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * BBB servers in this process: stateful, true to the wire, on loopback, with faults on demand. Made for tests; nothing
 * here is fit to face a network.
 *
 * <pre>{@code
 * try (BbbSimulator simulator = BbbSimulator.builder().servers(5).build().start()) {
 *     SimulatedServer first = simulator.server(0).populate(3, 20);
 *     first.fault("getMeetings", Fault.delay(Duration.ofSeconds(2)));
 *     // point a client at first.bbbServer()
 * }
 * }</pre>
 *
 * <p>Handlers run on the simulator's own daemon threads, named {@code blueflux-simulator-…}, and never block them.
 * {@link #start()} and {@link #close()} block their caller. Thread-safe.
 */
public final class BbbSimulator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CALLBACK_CONNECTIONS = 64;

    private final Builder settings;
    private final List<SimulatedServer> servers;
    private final List<Listener> listeners = new ArrayList<>();
    private final @Nullable TlsIdentity identity;
    private @Nullable LoopResources loops;
    private @Nullable ConnectionProvider connections;
    private boolean closed;

    private BbbSimulator(Builder settings) {
        this.settings = settings;
        this.identity = settings.tls ? TlsIdentity.selfSigned() : null;
        this.servers = IntStream.rangeClosed(1, settings.servers)
                .mapToObj(index -> new SimulatedServer(index, settings))
                .toList();
    }

    /**
     * Starts a simulator with default settings.
     *
     * @param servers how many servers, at least 1
     * @return a started simulator
     */
    public static BbbSimulator start(int servers) {
        return builder().servers(servers).build().start();
    }

    /**
     * Returns the calls that simulated servers answer; which of them one does depends on its profile.
     *
     * @return wire names, {@code version} for the root of the API
     */
    public static Set<String> calls() {
        return ServerCall.names();
    }

    /**
     * Starts the settings of a simulator.
     *
     * @return a builder for one server on a random port
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Binds the ports. Does nothing if already started.
     *
     * @return this
     * @throws IllegalStateException if it was closed, or if a port cannot be bound
     */
    public synchronized BbbSimulator start() {
        if (closed) {
            throw new IllegalStateException("a closed simulator does not start again");
        }
        if (loops == null) {
            Slides.warmUp();
            LoopResources started = LoopResources.create("blueflux-simulator", 1, settings.threads, true);
            loops = started;
            listen(started);
        }
        return this;
    }

    private void listen(LoopResources started) {
        List<List<SimulatedServer>> groups =
                settings.separatePorts ? servers.stream().map(List::of).toList() : List.of(servers);
        try {
            for (int i = 0; i < groups.size(); i++) {
                int port = settings.port == 0 ? 0 : settings.port + i;
                List<Endpoint> endpoints =
                        groups.get(i).stream().map(SimulatedServer::endpoint).toList();
                Listener listener = new Listener(endpoints, started, port, settings, identity);
                listeners.add(listener);
                listener.bind();
                endpoints.forEach(endpoint -> endpoint.listenOn(listener));
            }
            startCallbacks(started);
        } catch (RuntimeException e) {
            close();
            throw new IllegalStateException("the simulator cannot listen", e);
        }
    }

    private void startCallbacks(LoopResources started) {
        ConnectionProvider pool = ConnectionProvider.create("blueflux-simulator", CALLBACK_CONNECTIONS);
        connections = pool;
        HttpClient client =
                HttpClient.create(pool).runOn(started).followRedirect(true).responseTimeout(PATIENCE);
        servers.forEach(server -> server.callbacks().start(client));
    }

    /**
     * Returns one server.
     *
     * @param index from 0 on
     * @return the server
     * @throws IndexOutOfBoundsException if there are fewer servers
     */
    public SimulatedServer server(int index) {
        return servers.get(index);
    }

    /**
     * Returns the servers.
     *
     * @return all of them, in order
     */
    public List<SimulatedServer> servers() {
        return servers;
    }

    /**
     * Returns the certificate that clients have to trust; of {@link Builder#tls()} only. It was made for this simulator
     * alone, is its own authority, and is good for a year, for {@code localhost} and the loopback addresses. There is one
     * before the start too.
     *
     * @return the certificate
     * @throws IllegalStateException if the simulator does not speak TLS
     */
    public X509Certificate certificate() {
        return identity().certificate();
    }

    /**
     * Returns {@link #certificate()} as text, for configurations: an SSL bundle of Spring Boot takes it as it stands.
     *
     * @return PEM, beginning with {@code -----BEGIN CERTIFICATE-----}
     * @throws IllegalStateException if the simulator does not speak TLS
     */
    public String certificatePem() {
        return identity().pem();
    }

    private TlsIdentity identity() {
        if (identity == null) {
            throw new IllegalStateException("the simulator has a certificate only if its builder was told tls()");
        }
        return identity;
    }

    /** Frees ports, connections and threads; waits until they are gone. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            servers.forEach(server -> server.callbacks().stop());
            if (connections != null) {
                connections.disposeLater().block(PATIENCE);
            }
            listeners.forEach(Listener::unbind);
            if (loops != null) {
                loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE.plus(PATIENCE));
            }
        }
    }

    /** The settings of a simulator. Not thread-safe. */
    public static final class Builder {
        int servers = 1;
        int port;
        int threads = 2;
        SimulatorProfile profile = SimulatorProfile.BBB_3_0;
        final Map<Integer, SimulatorProfile> profiles = new HashMap<>();
        boolean separatePorts;
        boolean compress;
        boolean tls;
        long seed = 42;

        @Nullable
        String secret;

        Clock clock = Clock.systemUTC();
        Set<ChecksumAlgorithm> algorithms = EnumSet.allOf(ChecksumAlgorithm.class);

        private Builder() {}

        private Builder(Builder other) {
            servers = other.servers;
            port = other.port;
            threads = other.threads;
            profile = other.profile;
            profiles.putAll(other.profiles);
            separatePorts = other.separatePorts;
            compress = other.compress;
            tls = other.tls;
            seed = other.seed;
            secret = other.secret;
            clock = other.clock;
            algorithms = other.algorithms;
        }

        /**
         * Sets how many servers there are.
         *
         * @param count at least 1, the default
         * @return this
         */
        public Builder servers(int count) {
            servers = atLeastOne("servers", count);
            return this;
        }

        /**
         * Sets the port, or the first of the separate ports.
         *
         * @param number 0, the default, for random ports
         * @return this
         */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new IllegalArgumentException("port must be 0 to 65535, not " + number);
            }
            port = number;
            return this;
        }

        /**
         * Gives each server a port of its own, so that it can be stopped; by default they share one port, and the
         * first part of the path tells them apart.
         *
         * @return this
         */
        public Builder separatePorts() {
            separatePorts = true;
            return this;
        }

        /**
         * Compresses answers for clients that accept it, as a proxy may.
         *
         * @return this
         */
        public Builder compress() {
            compress = true;
            return this;
        }

        /**
         * Lets the servers speak TLS, and nothing else, under {@code https} URLs. Clients must trust the simulator's
         * {@link BbbSimulator#certificate()}. Callbacks go out as they do without it.
         *
         * @return this
         */
        public Builder tls() {
            tls = true;
            return this;
        }

        /**
         * Sets how many threads answer.
         *
         * @param count at least 1; 2 by default
         * @return this
         */
        public Builder threads(int count) {
            threads = atLeastOne("threads", count);
            return this;
        }

        /**
         * Sets as what the servers answer.
         *
         * @param kind {@link SimulatorProfile#BBB_3_0} by default
         * @return this
         */
        public Builder profile(SimulatorProfile kind) {
            Objects.requireNonNull(kind, "profile");
            profile = kind;
            return this;
        }

        /**
         * Sets as what one of the servers answers.
         *
         * @param index the server's, from 0 on
         * @param kind how it differs from the others
         * @return this
         */
        public Builder profile(int index, SimulatorProfile kind) {
            Objects.requireNonNull(kind, "profile");
            profiles.put(index, kind);
            return this;
        }

        /** The number counts from 1 on, as in the server's name. */
        SimulatorProfile profileOf(int number) {
            return profiles.getOrDefault(number - 1, profile);
        }

        /**
         * Sets one shared secret for all servers; by default each has its own.
         *
         * @param text the secret
         * @return this
         */
        public Builder secret(String text) {
            Objects.requireNonNull(text, "secret");
            secret = text;
            return this;
        }

        /**
         * Sets from what secrets, passwords and tokens are derived.
         *
         * @param number equal seeds give equal texts
         * @return this
         */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /**
         * Sets the servers' clock, by which meetings are created and expire.
         *
         * @param newClock the system's by default
         * @return this
         */
        public Builder clock(Clock newClock) {
            Objects.requireNonNull(newClock, "clock");
            clock = newClock;
            return this;
        }

        /**
         * Sets which checksums the servers take.
         *
         * @param first one algorithm
         * @param more further ones; all four by default
         * @return this
         */
        public Builder algorithms(ChecksumAlgorithm first, ChecksumAlgorithm... more) {
            Objects.requireNonNull(first, "first");
            Given.all(more, "more");
            algorithms = EnumSet.of(first, more);
            return this;
        }

        /**
         * Makes the simulator, not yet started.
         *
         * @return a simulator of the settings so far
         */
        public BbbSimulator build() {
            return new BbbSimulator(new Builder(this));
        }

        private static int atLeastOne(String what, int count) {
            if (count < 1) {
                throw new IllegalArgumentException(what + " must be at least 1, not " + count);
            }
            return count;
        }
    }
}
