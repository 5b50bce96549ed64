// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterHearer;
import io.blueflux.fleet.ClusterLink;
import io.blueflux.fleet.FleetCluster;
import io.blueflux.fleet.placement.PlacementClaims;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.infinispan.manager.EmbeddedCacheManager;
import org.jgroups.JChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * A cluster by Infinispan within its members: no server, nothing multicast. A member that is killed is missed within two seconds, one
 * that is frozen within four; the parts of a network that falls apart each go on, and are one again within seconds after it is whole.
 *
 * <p>Immutable but for that it knows whether it has joined: one fleet at a time joins by it, and after that fleet has stopped another may.
 * Joining runs on {@link Schedulers#boundedElastic()}, all else on threads of its own.
 */
public final class InfinispanCluster implements FleetCluster {
    private static final Logger LOG = LoggerFactory.getLogger(InfinispanCluster.class);

    /** By which members tell; one that meets another number stays out. */
    private static final int FORMAT = 1;

    private static final int DEFAULT_PORT = 7800;
    private static final int NAME_BYTES = 6;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final @Nullable EmbeddedCacheManager manager;
    private final @Nullable GridSettings settings;
    private final int format;
    private final AtomicReference<@Nullable Grid> joined = new AtomicReference<>();

    private InfinispanCluster(@Nullable EmbeddedCacheManager manager, @Nullable GridSettings settings, int format) {
        this.manager = manager;
        this.settings = settings;
        this.format = format;
    }

    /**
     * Uses a cache manager that is there, its members and their way to each other. It is started if it was not, and not stopped; two
     * caches of it are, {@code blueflux-words} and {@code blueflux-claims}, when the fleet stops.
     *
     * @param cacheManager clustered, with a name that no other member has nor had; Infinispan chooses one unless it is told
     * @return a cluster of its members
     */
    public static InfinispanCluster of(EmbeddedCacheManager cacheManager) {
        Objects.requireNonNull(cacheManager, "cacheManager");
        return new InfinispanCluster(cacheManager, null, FORMAT);
    }

    /**
     * Starts a cache manager of its own when the fleet joins, bound to 127.0.0.1 and port 7800, and stops it when the fleet stops. Each
     * member also listens on one of the four ports from 100 above its own on, to be missed at once when it is killed.
     *
     * @param name of the cluster: letters, digits, dots, dashes and underscores; all of its members have it
     * @param discovery how to find the others
     * @return a cluster
     * @throws IllegalArgumentException if that is no name
     */
    public static InfinispanCluster embedded(String name, ClusterDiscovery discovery) {
        Objects.requireNonNull(discovery, "discovery");
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        return new InfinispanCluster(
                null, new GridSettings(named(name), discovery, host, DEFAULT_PORT, null, null, channel -> {}), FORMAT);
    }

    /**
     * Sets where this member listens. Beyond loopback it needs a key, which is to be set before.
     *
     * @param host a name or an address of this host by which the others reach it
     * @param port 0 for any that is free, which only the others' discovery may make sense of
     * @return a cluster that listens there
     * @throws IllegalArgumentException if that is no such address or port, or not loopback and without a key
     */
    public InfinispanCluster bind(String host, int port) {
        Objects.requireNonNull(host, "host");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port must be from 0 to 65535, not " + port);
        }
        InetAddress address = address(host);
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
            throw new IllegalArgumentException("others must reach this member by its address: " + host + " is none");
        }
        if (own().key() == null && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("without a key, whoever reaches " + host
                    + " could read and tell all: set a key before, or bind to loopback");
        }
        return with(own().withBind(host, port));
    }

    /**
     * Sets the key that all members have.
     *
     * @param key the key
     * @return a cluster of those who have it
     */
    public InfinispanCluster key(ClusterKey key) {
        Objects.requireNonNull(key, "key");
        return with(own().withKey(key));
    }

    /**
     * Sets what this member's name begins with, such as its host; behind it stands what makes it unique.
     *
     * @param name letters, digits, dots, dashes and underscores; {@code blueflux} if it is not set
     * @return a cluster with that name for this member
     * @throws IllegalArgumentException if that is no name
     */
    public InfinispanCluster memberName(String name) {
        return with(own().withMemberName(named(name)));
    }

    /**
     * Sets what there is no setting for here, on the channel before it connects: certificates by a socket factory, other times until a
     * member is missed. Whoever takes protocols out of it may lose what this class promises.
     *
     * @param settings is given the channel on each join, on a thread that may block
     * @return a cluster with that channel
     */
    public InfinispanCluster channel(Consumer<JChannel> settings) {
        Objects.requireNonNull(settings, "settings");
        return with(own().withChannel(settings));
    }

    /**
     * Claims meetings before they are created, by a map that all members have. Claims of the two parts of a network that fell apart do
     * not know each other.
     *
     * @return fails with {@link IllegalStateException} before the fleet has joined, and after it has stopped
     */
    public PlacementClaims claims() {
        return new GridClaims(joined::get);
    }

    /** Returns the member that has joined by this. */
    Grid grid() {
        return Objects.requireNonNull(joined.get());
    }

    InfinispanCluster format(int number) {
        return new InfinispanCluster(manager, settings, number);
    }

    @Override
    public Mono<ClusterLink> join(ClusterHearer hearer) {
        Objects.requireNonNull(hearer, "hearer");
        return Mono.create(sink -> {
            Joining joining = new Joining(sink);
            sink.onDispose(joining::cancel);
            Schedulers.boundedElastic().schedule(() -> joining.run(hearer));
        });
    }

    /** Returns the cluster's name, or that its manager is another's. */
    @Override
    public String toString() {
        return settings == null
                ? "InfinispanCluster[of a cache manager]"
                : "InfinispanCluster[" + settings.cluster() + "]";
    }

    /** One join; left again if nobody waits for it any more. */
    private final class Joining {
        private final MonoSink<ClusterLink> sink;
        private boolean cancelled;
        private @Nullable ClusterLink link;

        Joining(MonoSink<ClusterLink> sink) {
            this.sink = sink;
        }

        void run(ClusterHearer hearer) {
            try {
                ClusterLink made = joined(hearer);
                if (isWanted(made)) {
                    sink.success(made);
                } else {
                    made.leave().subscribe();
                }
            } catch (KeptOutException e) {
                LOG.error("{}", e.getMessage());
                sink.error(e);
            } catch (Throwable e) {
                sink.error(e); // an error of the JVM too: the fleet waits for an answer
            }
        }

        synchronized void cancel() {
            if (link == null) {
                cancelled = true;
            }
        }

        private synchronized boolean isWanted(ClusterLink made) {
            link = made;
            return !cancelled;
        }
    }

    private ClusterLink joined(ClusterHearer hearer) throws Exception {
        if (joined.get() != null) {
            throw new IllegalStateException("a fleet has joined by this already");
        }
        Home home = home();
        String cluster = settings == null ? "of " + home.manager().getAddress() : settings.cluster();
        Grid grid = Grid.joined(cluster, format, home, hearer);
        joined.set(grid);
        return new GridLink(grid, () -> joined.compareAndSet(grid, null));
    }

    private Home home() throws Exception {
        if (manager != null) {
            manager.start();
            return Home.of(manager);
        }
        byte[] unique = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(unique);
        String name = own().memberName();
        return Home.started(
                own(), (name == null ? "blueflux" : name) + "-" + HexFormat.of().formatHex(unique));
    }

    private GridSettings own() {
        if (settings == null) {
            throw new IllegalStateException("the cache manager is another's, and so are its settings");
        }
        return settings;
    }

    private InfinispanCluster with(GridSettings changed) {
        return new InfinispanCluster(manager, changed, format);
    }

    private static String named(String name) {
        Objects.requireNonNull(name, "name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has letters, digits, dots, dashes and underscores: " + name);
        }
        return name;
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address of this host: " + host, e);
        }
    }
}
