// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a member finds the others. Nothing is multicast. Immutable. */
public final class ClusterDiscovery {
    /** Finds the members' addresses. */
    @FunctionalInterface
    public interface Resolver {
        /**
         * Looks up a name; may block.
         *
         * @param name what was given to {@link ClusterDiscovery#dns(String, int, Resolver)}
         * @return IP addresses, with a port behind each if it is not the common one, such as {@code 10.0.0.7} and
         *     {@code 10.0.0.7:7801}; empty if there are none
         * @throws UnknownHostException like empty
         */
        List<String> addresses(String name) throws UnknownHostException;
    }

    private final List<MemberAddress> members;
    private final @Nullable String name;
    private final int port;
    private final Resolver resolver;

    private ClusterDiscovery(List<MemberAddress> members, @Nullable String name, int port, Resolver resolver) {
        this.members = members;
        this.name = name;
        this.port = port;
        this.resolver = resolver;
    }

    /**
     * Names members. A member needs to know one that is there; if each knows all, all find each other again after a partition.
     *
     * @param hostPorts such as {@code 10.0.0.7:7800}, {@code fleet-1.example.org:7800} or {@code [::1]:7800}; the member's own
     *     may be among them
     * @return a way to find them
     * @throws IllegalArgumentException if there is none, or one is no host with a port
     */
    public static ClusterDiscovery members(List<String> hostPorts) {
        List<MemberAddress> members = hostPorts.stream().map(MemberAddress::of).toList();
        if (members.isEmpty()) {
            throw new IllegalArgumentException("name one member at least");
        }
        return new ClusterDiscovery(members, null, 0, ClusterDiscovery::lookedUp);
    }

    /**
     * Looks up a name that all members have, such as that of a headless service; each member has the port that this one is bound to.
     * It is looked up as the JVM looks up all names, which remembers answers for 30 seconds unless its
     * {@code networkaddress.cache.ttl} says otherwise.
     *
     * @param name of the members
     * @return a way to find them
     */
    public static ClusterDiscovery dns(String name) {
        return new ClusterDiscovery(List.of(), Objects.requireNonNull(name, "name"), 0, ClusterDiscovery::lookedUp);
    }

    /**
     * Looks up a name in a way of one's own, each time that members are searched: at the start, and every few seconds after.
     *
     * @param name of the members
     * @param port of members of which the resolver names none
     * @param resolver who looks up
     * @return a way to find them
     * @throws IllegalArgumentException if the port is none
     */
    public static ClusterDiscovery dns(String name, int port, Resolver resolver) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(resolver, "resolver");
        return new ClusterDiscovery(List.of(), name, MemberAddress.checked(port), resolver);
    }

    /** Named members; empty if they are looked up. */
    List<MemberAddress> members() {
        return members;
    }

    /** Looks up; blocks. */
    List<MemberAddress> lookUp(int ownPort) throws UnknownHostException {
        if (name == null) {
            return members;
        }
        return resolver.addresses(name).stream()
                .map(address -> MemberAddress.of(address, port == 0 ? ownPort : port))
                .toList();
    }

    private static List<String> lookedUp(String name) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(name))
                .map(InetAddress::getHostAddress)
                .toList();
    }

    /** Returns whom it searches. */
    @Override
    public String toString() {
        return name == null ? members.toString() : name;
    }
}
